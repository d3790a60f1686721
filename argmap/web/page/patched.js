// A picture in the page, changed only where the next one is another: to read and set out the whole of it takes
// the browser longer than argmap takes to draw it. argmap writes each part of a picture on a line of its own.
const PLACE = / transform="translate\([^"]*\)"/;
const bare = line => line.replace(PLACE, "");

function cut(svg) {
  const begin = svg.indexOf("<svg"), open = svg.indexOf(">", begin) + 1;
  return { head: svg.slice(begin, open), lines: svg.slice(open, svg.lastIndexOf("</svg>")).split("\n").filter(line => line) };
}

export function parsed(svg) {
  const made = document.adoptNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
  for (const link of made.querySelectorAll("a")) link.setAttribute("target", "_blank"), link.setAttribute("rel", "noopener noreferrer");
  return made;
}

// An element for each line.
function elements(lines) {
  const whole = lines.map(line => line.startsWith("<g ") ? line : `<g>${line}</g>`).join("");
  return [...parsed(`<svg xmlns="http://www.w3.org/2000/svg">${whole}</svg>`).children];
}

// Old elements by what they are known by; each is given once.
function shelf(parts, known) {
  const kept = new Map();
  for (const part of parts) {
    const key = known(part.line);
    if (kept.has(key)) kept.get(key).push(part); else kept.set(key, [part]);
  }
  return line => {
    const there = kept.get(known(line)) ?? [];
    while (there.length) {
      const part = there.shift();
      if (!part.taken) { part.taken = true; return part.element; }
    }
    return null;
  };
}

function move(element, line) {
  const place = PLACE.exec(line)[0].slice(' transform="'.length, -1);
  (element.hasAttribute("transform") ? element : element.querySelector("[transform]")).setAttribute("transform", place);
  return element;
}

// The outermost element as the next picture has it; what the page itself has set on it is set again by the page.
function dress(root, next) {
  for (const { name } of [...root.attributes]) if (!next.hasAttribute(name)) root.removeAttribute(name);
  for (const { name, value } of next.attributes) if (root.getAttribute(name) !== value) root.setAttribute(name, value);
}

export function patched() {
  let root = null, head = "", parts = [];

  function change(lines) {
    if (!parts.length) root.replaceChildren();
    let first = 0, last = 0;
    const most = Math.min(parts.length, lines.length);
    while (first < most && parts[first].line === lines[first]) first++;
    while (last < most - first && parts.at(-1 - last).line === lines.at(-1 - last)) last++;
    const old = parts.slice(first, parts.length - last), next = lines.slice(first, lines.length - last);
    const same = shelf(old, line => line), moved = shelf(old.filter(each => PLACE.test(each.line)), bare);
    const found = next.map(same).map((element, n) => element ?? (PLACE.test(next[n]) ? moved(next[n]) : null));
    const fresh = next.filter((_, n) => !found[n]), made = elements(fresh);
    if (made.length !== fresh.length) { // a line that is no part by itself: the whole picture anew
      root.replaceChildren(...parsed(`${head}${lines.join("\n")}</svg>`).childNodes);
      parts = [];
      return;
    }
    const news = made.values();
    for (const each of old) if (!each.taken) each.element.remove();
    let at = first ? parts[first - 1].element.nextSibling : root.firstChild;
    const placed = next.map((line, n) => {
      const element = found[n] ? (PLACE.test(line) ? move(found[n], line) : found[n]) : news.next().value;
      if (element === at) at = at.nextSibling; else root.insertBefore(element, at);
      return { line, element };
    });
    parts = [...parts.slice(0, first), ...placed, ...parts.slice(parts.length - last)];
  }

  // The element that shows a picture: the same one as before.
  return svg => {
    const next = cut(svg);
    if (next.head !== head) {
      const begun = parsed(`${next.head}</svg>`);
      if (root) dress(root, begun);
      else root = begun;
      head = next.head;
    }
    change(next.lines);
    return root;
  };
}
