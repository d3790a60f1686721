// The picture, read once: which of its parts stands for what. Only this part knows how it is drawn.

const SVG = "http://www.w3.org/2000/svg";

function readScene(svg, graph) {
  const root = (name) => [...svg.querySelectorAll(`:scope > ${name}`)];
  const { width, height } = svg.viewBox.baseVal;
  const topic = svg.querySelector("[data-topic]");
  const scene = {
    svg,
    size: { width, height }, // as it is now; `whole` is the size with nothing folded
    whole: { width, height },
    topic: topic && readBox(topic),
    boxes: graph.statements.map(({ label }) => readBox(svg.getElementById(label))),
    ties: graph.links.map(({ index }) => svg.getElementById(`argmap-link-${index + 1}`)),
    areas: root("g[data-holds]").map((element) => ({ element, ...boundsOf(element.querySelector("rect")) })),
    titles: root("g[data-of]"),
    circles: root("circle[data-on]"),
    stubs: [...svg.querySelectorAll("g[data-leads]")].map((group) => readStub(group, graph)),
    trunks: root("g[data-links]").map((element) => ({ element, links: element.dataset.links.split(" ").map(numberOf) })),
    rails: root("path[data-rail]"),
    headings: root("g[data-heading]"),
    lit: [],
    light: null,
  };
  scene.ring = svg.appendChild(made("rect", { class: "ring", rx: 12, "aria-hidden": "true" }));
  scene.badges = svg.appendChild(made("g", { class: "badges", "aria-hidden": "true" }));
  return scene;
}

// `link-3` is the third link.
function numberOf(name) {
  return Number(name.slice(5)) - 1;
}

// A stub: a line that names a statement which stands elsewhere.
function readStub(group, graph) {
  const { leads, link } = group.dataset;
  return { ...readBox(group), index: graph.names.get(leads), link: link ? numberOf(link) : -1 };
}

// A stub without a link (a row of the table, a crumb) is in sight where its statement is.
function stubInSight(stub, sight) {
  return stub.link < 0 ? sight.statements.has(stub.index) : sight.links.has(stub.link);
}

// For each link the statements that only stubs show.
function stubbed(scene) {
  const found = new Map();
  for (const { index, link } of scene.stubs) found.set(link, (found.get(link) ?? new Set()).add(index));
  return found;
}

function made(name, attributes, words) {
  const element = document.createElementNS(SVG, name);
  put(element, attributes);
  if (words !== undefined) element.textContent = words;
  return element;
}

// Lines and shared trunks, each with its place.
function linesOf(scene) {
  scene.lines ??= [...scene.ties, ...scene.trunks.map(({ element }) => element)].filter(Boolean).map(readLine);
  return scene.lines;
}

function readLine(element) {
  const home = boundsOf(element);
  return { element, home, ...home };
}

function readBox(group) {
  group.querySelector("title")?.remove(); // its words are its label too; as a tooltip they are in the way
  const { x, y } = placeOfGroup(group);
  const { width, height } = boundsOf(group.querySelector("rect, path"));
  return { element: group, home: { x, y }, x, y, width, height };
}

function put(element, place) {
  for (const [key, value] of Object.entries(place)) element.setAttribute(key, value);
}

function showInSight(scene, graph, sight) {
  const show = (element, yes) => element?.classList.toggle("gone", !yes);
  scene.boxes.forEach(({ element }, index) => show(element, sight.statements.has(index)));
  scene.ties.forEach((tie, index) => show(tie, sight.links.has(index)));
  for (const circle of scene.circles) show(circle, sight.links.has(numberOf(circle.dataset.on)));
  for (const stub of scene.stubs) show(stub.element.parentElement, stubInSight(stub, sight));
  for (const trunk of scene.trunks) show(trunk.element, trunk.links.some((link) => sight.links.has(link)));
  for (const rail of scene.rails) {
    const held = rail.dataset.rail.split(" ").map((label) => graph.names.get(label)).filter((index) => index !== undefined);
    const seen = (index) => sight.statements.has(index);
    // A spine is there for what comes to it; a bracket or a rule for what stands beside or under it.
    const holds = "spine" in rail.dataset ? held.every((index) => seen(index) && graph.under[index].some(seen)) : !held.length || held.some(seen);
    show(rail, holds);
  }
  for (const area of scene.areas) {
    const inside = insideOf(area, graph);
    area.gone = inside.length > 0 && !inside.some((index) => sight.statements.has(index));
    show(area.element, !area.gone);
  }
  for (const title of scene.titles) show(title, !areaOf(scene, title).gone);
}

// The statements that an area holds: a frame, a column of the flow.
function insideOf(area, graph) {
  area.inside ??= area.element.dataset.holds.split(" ").flatMap((label) => graph.names.get(label) ?? []);
  return area.inside;
}

function areaOf(scene, title) {
  return scene.areas.find(({ element }) => element.id === title.dataset.of);
}

function showBadges(scene, graph, folded, sight) {
  scene.badges.replaceChildren();
  scene.boxes.forEach((box, index) => {
    const expanded = graph.under[index].length ? String(!folded.has(index)) : undefined;
    if (box.expanded !== expanded) box.element.setAttribute("aria-expanded", expanded);
    box.expanded = expanded;
    if (!folded.has(index) || !sight.statements.has(index)) return;
    const count = `+${hiddenUnder(graph, index, sight)}`;
    const width = 10 + 5.2 * count.length;
    const badge = made("g", { class: "badge", "data-index": index });
    const [x, y] = [box.x + box.width - width - 6, box.y + box.height + 3];
    badge.append(
      made("rect", { x, y: y - 7.5, width, height: 15, rx: 7.5 }),
      made("text", { x: x + width / 2, y: y + 3, "text-anchor": "middle", "font-size": 8.5, "font-weight": "bold" }, count),
    );
    scene.badges.append(badge);
  });
}

function showRing(scene, index) {
  scene.ring.classList.toggle("on", index !== null);
  if (index === null) return;
  const { x, y, width, height } = scene.boxes[index];
  put(scene.ring, { x: x - 5, y: y - 5, width: width + 10, height: height + 10 });
}
