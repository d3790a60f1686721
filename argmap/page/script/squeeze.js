// Folding gives back the room that the folded branches took. The picture is squeezed, not laid out
// anew: what stays in sight keeps its order and its lines, and only bands in which nothing is left shrink.

const KEPT_ASIDE = 18; // points about a box that keep their size, for the tips of lines
const MOST_LEFT = { x: 70, y: 22 }; // what is left of a band that lost its boxes, at most

function squeeze(scene, sight) {
  scene.homes ??= readHomes(scene);
  const all = sight.statements.size === scene.boxes.length;
  const to = all ? { x: same, y: same } : { x: axis(scene, sight, "x", "width"), y: axis(scene, sight, "y", "height") };
  for (const box of [...scene.boxes, ...scene.stubs, scene.topic].filter(Boolean)) [box.x, box.y] = [to.x(box.home.x), to.y(box.home.y)];
  for (const home of scene.homes) MOVES[home.kind](home, to);
  const seen = scene.svg.getBBox();
  Object.assign(scene.size, all ? scene.whole : { width: seen.x + seen.width + 26, height: seen.y + seen.height + 16 });
}

function same(at) {
  return at;
}

const MOVES = {
  box: ({ element, x, y }, to) => element.setAttribute("transform", `translate(${to.x(x)} ${to.y(y)})`),
  point: ({ element, x, y }, to) => shift(element, to.x(x) - x, to.y(y) - y),
  below: ({ element, y, first }, to) => shift(element, 0, to.y(y) - y, first),
  path: ({ element, parts }, to) => element.setAttribute("d", parts.map((part) => movedPart(part, to)).join("")),
  area: ({ element: group, x, y, width, height }, to) => {
    const [left, top] = [to.x(x), to.y(y)];
    const place = { x: left, y: top, width: to.x(x + width) - left, height: to.y(y + height) - top };
    put(group.querySelector("rect"), place);
  },
};

function shift(element, right, down, first = "") {
  element.setAttribute("transform", `translate(${right} ${down}) ${first}`);
}

function movedPart({ letter, numbers }, to) {
  return letter + numbers.map((value, at) => (at % 2 ? to.y(value) : to.x(value)).toFixed(2)).join(" ");
}

// Where everything is before anything is folded. What stands below the boxes (the key) moves up and down only.
function readHomes(scene) {
  const low = Math.max(...[...scene.boxes, ...scene.areas].map((frame) => frame.y + frame.height));
  const places = new Map();
  for (const { element, home } of [...scene.boxes, ...scene.stubs, ...(scene.topic ? [scene.topic] : [])]) {
    places.set(element, { kind: "box", ...home });
  }
  for (const { element, x, y, width, height } of scene.areas) places.set(element, { kind: "area", x, y, width, height });
  for (const element of scene.circles) places.set(element, { kind: "point", x: element.cx.baseVal.value, y: element.cy.baseVal.value });
  for (const element of [...scene.titles, ...scene.headings]) {
    const { x, y, width } = element.getBBox();
    places.set(element, { kind: "point", x, y, width });
  }
  const homes = [];
  for (const element of scene.svg.querySelectorAll(":scope > :is(g, text, path, rect, circle), :scope > a > g")) {
    if (element === scene.ring || element === scene.badges) continue;
    const y = element.getBBox().y + (element.transform.baseVal.consolidate()?.matrix.f ?? 0);
    if (y >= low) homes.push({ element, kind: "below", y, first: element.getAttribute("transform") ?? "" });
    else if (element.matches("g[aria-label]:not([transform]), g[data-links]")) homes.push(...pathHomes(element));
    else if (element.matches("path[data-rail]")) homes.push(pathHome(element));
    else if (places.has(element)) homes.push({ element, ...places.get(element) });
  }
  return homes;
}

function pathHomes(group) {
  return [...group.querySelectorAll("path")].map(pathHome);
}

function pathHome(element) {
  const commands = element.getAttribute("d").match(/[MLCZ][^MLCZ]*/g) ?? [];
  const parts = commands.map((command) => (
    { letter: command[0], numbers: (command.match(/-?[\d.]+/g) ?? []).map(Number) }
  ));
  return { kind: "path", element, parts };
}

// How one coordinate moves: stretches that hold something in sight keep their length, and so do those
// that were empty before; a stretch between that lost its boxes shrinks.
function axis(scene, sight, from, size) {
  const around = (box) => [box.home[from] - KEPT_ASIDE, box.home[from] + box[size] + KEPT_ASIDE];
  const seen = (box, index) => (box.link === undefined ? sight.statements.has(index) : stubInSight(box, sight));
  const all = [...scene.boxes, ...scene.stubs];
  const kept = all.filter(seen).map(around);
  const lost = all.filter((box, index) => !seen(box, index)).map(around);
  if (scene.topic) kept.push(around(scene.topic));
  for (const home of scene.homes) {
    if (home.kind !== "point" || home.element.classList.contains("gone")) continue;
    kept.push([home[from] - KEPT_ASIDE, home[from] + (home[size] ?? 0) + KEPT_ASIDE]);
  }
  const holdsLost = ([start, end]) => lost.some(([a, b]) => a < end && b > start);
  const bands = gaps(kept, Math.max(...lost.map(([, stop]) => stop))).filter((band) => (
    band[1] - band[0] > MOST_LEFT[from] && holdsLost(band)
  ));
  return (at) => bands.reduce((sum, [start, end]) => {
    const inside = Math.min(Math.max(at - start, 0), end - start);
    return sum - inside * (1 - MOST_LEFT[from] / (end - start));
  }, at);
}

// The stretches between some others, and the one behind them up to `last`.
function gaps(stretches, last) {
  const found = [];
  let end = null;
  for (const [start, stop] of [...stretches.sort((a, b) => a[0] - b[0]), [last, last]]) {
    if (end !== null && start > end) found.push([end, start]);
    end = Math.max(end ?? stop, stop);
  }
  return found;
}
