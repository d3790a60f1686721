// The views: the map, the flow, the words. One picture is in the page, the other one waits until it is wanted.

function readLayouts(picture) {
  const first = picture.dataset.layout;
  const name = first === "map" ? "flow" : "map";
  const all = { [first]: { name: first, svg: picture.querySelector(":scope > svg") }, [name]: { name, svg: null } };
  return all;
}

// The pictures that wait as text in an element of that name, read by the browser.
function takeOut(name) {
  const element = document.querySelector(`script.${name}`);
  if (!element) return [];
  const holder = document.createElement("template");
  holder.innerHTML = element.textContent;
  element.remove();
  return [...holder.content.children].map((svg) => document.adoptNode(svg));
}

// Reads a picture when it is first shown, and makes its boxes buttons.
function prepare(page, layout) {
  layout.scene = readScene(layout.svg, page.graph);
  layout.svg.setAttribute("role", "group");
  for (const { element } of layout.scene.boxes) {
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
  }
  layout.stubbed = stubbed(layout.scene);
  if (layout.scene.boxes.length > LARGE) cullAll(layout.scene);
  page.picture.classList.add("ready");
  layout.scene.start = startOf(page, layout);
}

// Where a reader begins: the topic, the first statement; on a phone, in a flow, its first column.
function startOf(page, { name, scene }) {
  const first = scene.boxes[page.graph.roots[0]] ?? { x: 0, y: 0, width: 0, height: 0 };
  const [column] = scene.areas;
  if (page.picture.clientWidth <= NARROW && name === "flow" && column) return { ...column, column: true };
  return (page.picture.clientWidth > NARROW && scene.topic) || first;
}

function showLayout(page, name) {
  const before = page.layout;
  const layout = page.layouts[name];
  layout.svg ??= takeOut("other")[0];
  if (before) before.place = placeOfView(page.view);
  page.layout = layout;
  if (layout.svg.parentElement !== page.picture) page.picture.replaceChildren(layout.svg);
  if (!layout.scene) prepare(page, layout);
  const { scene, svg } = layout;
  Object.assign(page, { scene, svg, stubbed: layout.stubbed });
  Object.assign(page.view, { svg, size: scene.size, sharp: 0, moved: scene.boxes.length > LARGE ? () => cull(scene, page.view) : undefined });
  page.sight = inSight(page.graph, page.folded, page.stubbed);
  if (page.folded.size || scene.homes) refreshPicture(page);
  else showBadges(scene, page.graph, page.folded, page.sight);
  if (page.kept !== null || page.query.value) search(page);
  for (const { element } of scene.boxes) if (element.getAttribute("tabindex") === "0") element.setAttribute("tabindex", "-1");
  scene.boxes[page.chosen ?? page.graph.roots[0]]?.element.setAttribute("tabindex", "0");
  showRing(scene, page.chosen);
  light(scene, page.graph, page.chosen);
  measure(page.view);
  if (layout.place) Object.assign(page.view, layout.place);
  else goToStart(page);
  if (before && page.chosen !== null) bringIn(page.view, scene.boxes[page.chosen]);
}

function placeOfView({ x, y, scale }) {
  return { x, y, scale };
}

function goToStart(page) {
  begin(page.view, page.scene.boxes[page.chosen] ?? page.scene.start);
}

// Shows one of the views: `map`, `flow` or `words`.
function showView(page, name) {
  const words = name === "words";
  page.view.words = words;
  document.documentElement.classList.toggle("words", words);
  for (const each of ["map", "flow", "words"]) page.button[`show-${each}`].setAttribute("aria-pressed", String(each === name));
  if (!words) {
    if (page.layout?.name !== name) showLayout(page, name);
    else {
      measure(page.view);
      if (page.folded.size || page.scene.homes) refreshPicture(page, page.chosen);
    }
  }
  if (page.chosen !== null) choose(page, page.chosen, { focus: false });
}

// To be printed: sheets of paper, and not the picture as it lies here.
function layOutSheets() {
  const sheets = takeOut("sheets");
  if (!sheets.length) return;
  const holder = document.createElement("div");
  holder.className = "sheets";
  holder.setAttribute("aria-hidden", "true");
  holder.append(...sheets);
  document.querySelector(".main").prepend(holder);
  document.documentElement.classList.add("sheeted");
}
