// Folding gives back the room that the folded branches took. The picture is squeezed, not laid out
// anew: what stays in sight keeps its order and its lines, and only bands in which nothing is left shrink.

const KEPT_ASIDE = 18; // points about a box that keep their size, for the tips of lines
const MOST_LEFT = { x: 70, y: 22 }; // what is left of a band that lost its boxes, at most

function squeeze(scene, sight) {
  scene.homes ??= readHomes(scene);
  const all = sight.statements.size === scene.boxes.length;
  const to = all ? { x: same, y: same } : { x: axis(scene, sight, "x", "width"), y: axis(scene, sight, "y", "height") };
  for (const box of [...scene.boxes, ...scene.stubs, scene.topic].filter(Boolean)) [box.x, box.y] = [to.x(box.home.x), to.y(box.home.y)];
  for (const line of linesOf(scene)) moveLine(line, to);
  for (const home of scene.homes) MOVES[home.kind](home, to);
  Object.assign(scene.size, all ? scene.whole : { width: rightOf(scene, sight), height: to.y(scene.whole.height) });
}

// How far to the right anything in sight reaches; the number of the page moves along.
function rightOf(scene, sight) {
  const boxes = [...scene.boxes.filter((_, index) => sight.statements.has(index)), ...scene.areas.filter((area) => !area.gone)];
  const rights = boxes.map((box) => box.x + box.width);
  for (const { kind, right, element } of scene.homes) if (kind === "below" && element.getAttribute("text-anchor") !== "end") rights.push(right);
  return Math.min(Math.max(...rights) + 26, scene.whole.width);
}

function moveLine(line, to) {
  const { x, y, width, height } = line.home;
  [line.x, line.y] = [to.x(x), to.y(y)];
  [line.width, line.height] = [to.x(x + width) - line.x, to.y(y + height) - line.y];
}

function same(at) {
  return at;
}

// Each writes only what has changed: most of a large picture stays where it was.
const MOVES = {
  box: (home, to) => write(home, home.element, "transform", `translate(${to.x(home.x)} ${to.y(home.y)})`),
  point: (home, to) => write(home, home.element, "transform", `translate(${to.x(home.x) - home.x} ${to.y(home.y) - home.y}) `),
  below: (home, to) => write(home, home.element, "transform", `translate(0 ${to.y(home.y) - home.y}) ${home.first}`),
  path: (home, to) => {
    const { x, y, width, height } = home.bounds;
    const [right, down] = [to.x(x) - x, to.y(y) - y];
    const stiff = Math.hypot(to.x(x + width) - x - width - right, to.y(y + height) - y - height - down) < 0.01;
    // What moves as a whole keeps its shape, and most of a large picture does.
    write(home, home.element, "transform", stiff && (right || down) ? `translate(${right} ${down})` : "");
    const shape = stiff ? "" : [right, down, to.x(x + width), to.y(y + height)].join(" ");
    if (shape === home.shape) return;
    home.shape = shape;
    home.element.setAttribute("d", (stiff ? home.parts : home.parts.map((part) => movedPart(part, to))).map(written).join(""));
  },
  area: (home, to) => {
    const [left, top] = [to.x(home.x), to.y(home.y)];
    const place = { x: left, y: top, width: to.x(home.x + home.width) - left, height: to.y(home.y + home.height) - top };
    Object.assign(home.area, place);
    put(home.element.querySelector("rect"), place);
  },
};

function write(home, element, name, value) {
  if (value === (home.now ?? element.getAttribute(name))) return;
  home.now = value;
  element.setAttribute(name, value);
}

function movedPart({ letter, numbers }, to) {
  return { letter, numbers: numbers.map((value, at) => Number((at % 2 ? to.y(value) : to.x(value)).toFixed(2))) };
}

function written({ letter, numbers }) {
  return letter + numbers.join(" ");
}

// Where everything is before anything is folded. What stands below the boxes (the key) moves up and down only.
function readHomes(scene) {
  const low = Math.max(...[...scene.boxes, ...scene.areas].map((frame) => frame.y + frame.height));
  const places = new Map();
  for (const { element, home } of [...scene.boxes, ...scene.stubs, ...(scene.topic ? [scene.topic] : [])]) {
    places.set(element, { kind: "box", ...home });
  }
  for (const area of scene.areas) {
    const { element, x, y, width, height } = area;
    places.set(element, { kind: "area", area, x, y, width, height });
  }
  for (const element of scene.circles) places.set(element, { kind: "point", x: element.cx.baseVal.value, y: element.cy.baseVal.value });
  for (const element of [...scene.titles, ...scene.headings]) {
    const { x, y, width } = boundsOf(element);
    places.set(element, { kind: "point", x, y, width });
  }
  const homes = [];
  for (const element of scene.svg.querySelectorAll(":scope > :is(g, text, path, rect, circle), :scope > a > g")) {
    if (element === scene.ring || element === scene.badges) continue;
    const { x, y, width } = places.has(element) ? places.get(element) : boundsOf(element);
    if (y >= low && !places.has(element)) homes.push({ element, kind: "below", y, right: x + width, first: element.getAttribute("transform") ?? "" });
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
  return { kind: "path", element, parts, bounds: boundsOf(element), shape: "" };
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
  const last = lost.reduce((most, [, stop]) => Math.max(most, stop), -Infinity);
  const without = joined(lost);
  const bands = gaps(kept, last).filter(([start, end]) => (
    end - start > MOST_LEFT[from] && without.some(([a, b]) => a < end && b > start)
  ));
  return shrinking(bands, MOST_LEFT[from]);
}

// Of each band so much is left; what lies behind it moves up.
function shrinking(bands, left) {
  const gone = [0];
  for (const [start, end] of bands) gone.push(gone.at(-1) + end - start - left);
  return (at) => {
    let [low, high] = [0, bands.length]; // the bands before `low` begin before the place
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bands[middle][0] < at) low = middle + 1;
      else high = middle;
    }
    if (!low) return at;
    const [start, end] = bands[low - 1];
    return at - gone[low - 1] - Math.min(at - start, end - start) * (1 - left / (end - start));
  };
}

// Stretches, those that touch made one.
function joined(stretches) {
  const found = [];
  for (const [start, stop] of stretches.sort((a, b) => a[0] - b[0])) {
    if (found.length && start <= found.at(-1)[1]) found.at(-1)[1] = Math.max(found.at(-1)[1], stop);
    else found.push([start, stop]);
  }
  return found;
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
