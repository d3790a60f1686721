// Where a shape is, read from how it is written: nothing has to be laid out for that, which takes long in a
// large picture.

const LETTER = 10; // points: about how high a line of words is, and how wide one of unknown length is at least

function boundsOf(element) {
  const value = (name) => Number(element.getAttribute(name) ?? 0);
  if (element.localName === "rect") return { x: value("x"), y: value("y"), width: value("width"), height: value("height") };
  if (element.localName === "path") return boundsOfPath(element.getAttribute("d"));
  if (element.localName === "circle") {
    const r = value("r");
    return { x: value("cx") - r, y: value("cy") - r, width: 2 * r, height: 2 * r };
  }
  if (element.localName === "text") {
    const width = value("textLength") || LETTER;
    const x = element.getAttribute("text-anchor") === "end" ? value("x") - width : value("x");
    return { x, y: value("y") - LETTER, width, height: LETTER };
  }
  const inner = union([...element.children].filter((child) => child.matches("rect, path, circle, text, g")).map(boundsOf));
  const { x, y } = placeOfGroup(element);
  return { ...inner, x: inner.x + x, y: inner.y + y };
}

// Where a group is moved to.
function placeOfGroup(group) {
  const [x, y] = (group.getAttribute("transform")?.match(/-?[\d.]+/g) ?? [0, 0]).map(Number);
  return { x, y };
}

function boundsOfPath(data) {
  let [x, y] = [0, 0];
  const [xs, ys] = [[], []];
  for (const [letter, ...rest] of data.match(/[MLHVC][^MLHVCZA]*/g) ?? []) {
    const numbers = (rest.join("").match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === "H") xs.push(x = numbers[0]);
    else if (letter === "V") ys.push(y = numbers[0]);
    else {
      numbers.forEach((value, at) => (at % 2 ? ys : xs).push(value));
      [x, y] = numbers.slice(-2);
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function union(all) {
  if (!all.length) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.min(...all.map((each) => each.x)), Math.min(...all.map((each) => each.y))];
  const right = Math.max(...all.map((each) => each.x + each.width));
  const low = Math.max(...all.map((each) => each.y + each.height));
  return { x, y, width: right - x, height: low - y };
}
