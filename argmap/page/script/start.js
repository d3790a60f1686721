// The page comes to life: choosing, folding, keys, addresses, printing.

function choose(page, index, { focus = true, bring = true, note = true } = {}) {
  if (index !== null) reveal(page, index);
  const before = page.chosen ?? page.graph.roots[0];
  page.chosen = index;
  page.scene.boxes[before]?.element.setAttribute("tabindex", "-1");
  page.scene.boxes[index ?? before]?.element.setAttribute("tabindex", "0");
  showRing(page.scene, index);
  showTies(page.scene, page.graph, index);
  showStatement(page, index);
  if (note) noteAddress(page, index);
  if (index === null) return;
  if (page.view.words) {
    showInWords(page, index, focus);
    return;
  }
  measure(page.view); // the panel may just have taken some of its room
  if (bring) bringIn(page.view, page.scene.boxes[index]);
  const { element } = page.scene.boxes[index];
  element.classList.remove("away");
  if (focus) element.focus({ preventScroll: true });
}

function showInWords(page, index, focus) {
  document.querySelector(".outline .chosen")?.classList.remove("chosen");
  const entry = entryOf(page, index);
  entry.classList.add("chosen");
  entry.setAttribute("tabindex", "-1");
  entry.scrollIntoView({ block: "center" });
  if (focus) entry.focus({ preventScroll: true });
}

function noteAddress(page, index) {
  const statement = page.graph.statements[index];
  const end = statement ? `#${encodeURIComponent(statement.id ?? statement.label)}` : location.pathname + location.search;
  try {
    history.replaceState(null, "", end);
  } catch {
    // a page shown inside another may not change its address
  }
}

function reveal(page, index) {
  if (page.sight.statements.has(index)) return;
  for (const above of reach(page.graph.over, [index], () => true)) if (above !== index) page.folded.delete(above);
  refresh(page);
}

// Shows what is in sight. `stay` is a statement that keeps its place on the screen.
function refresh(page, stay) {
  page.sight = inSight(page.graph, page.folded, page.stubbed);
  page.graph.statements.forEach((_, index) => {
    const folded = page.folded.has(index);
    const entry = entryOf(page, index);
    entry.parentElement.classList.toggle("folded", folded);
    entry.querySelector(".twist")?.setAttribute("aria-expanded", String(!folded));
  });
  if (!page.view.words) refreshPicture(page, stay);
  if (page.chosen !== null && !page.sight.statements.has(page.chosen)) choose(page, null);
  else if (page.chosen !== null) showStatement(page, page.chosen);
}

function refreshPicture(page, stay) {
  const { scene, view } = page;
  const before = scene.boxes[stay] ?? { x: 0, y: 0 };
  const { x, y } = before;
  forgetCulled(scene);
  showInSight(scene, page.graph, page.sight);
  squeeze(scene, page.sight);
  put(page.svg, { viewBox: `0 0 ${scene.size.width} ${scene.size.height}`, width: `${scene.size.width}pt`, height: `${scene.size.height}pt` });
  showBadges(scene, page.graph, page.folded, page.sight);
  showRing(scene, page.chosen);
  move(view, (before.x - x) * view.scale, (before.y - y) * view.scale);
}

function toggleFold(page, index) {
  if (index === null || !page.graph.under[index].length) return;
  if (!page.folded.delete(index)) page.folded.add(index);
  refresh(page, index);
}

function foldAll(page, fold) {
  const some = page.graph.roots.filter((index) => page.graph.under[index].length);
  page.folded = new Set(fold ? some : []);
  refresh(page);
  begin(page.view, page.scene.boxes[page.chosen] ?? page.start);
}

function showView(page, words) {
  page.view.words = words;
  document.documentElement.classList.toggle("words", words);
  page.button["show-map"].setAttribute("aria-pressed", String(!words));
  page.button["show-words"].setAttribute("aria-pressed", String(words));
  if (!words) {
    measure(page.view);
    if (page.folded.size || page.scene.homes) refreshPicture(page, page.chosen);
  }
  if (page.chosen !== null) choose(page, page.chosen, { focus: false });
}

function followAddress(page) {
  const index = indexOf(page, location.hash);
  if (index === null) return;
  if (page.view.words && !location.hash.startsWith(`#${TEXT}`)) showView(page, false);
  choose(page, index);
}

function changeTheme() {
  const root = document.documentElement;
  const dark = getComputedStyle(root).colorScheme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
}

function pressKey(page, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") return choose(page, null);
  const arrow = STEPS[event.key];
  if (arrow && event.shiftKey) move(page.view, arrow[0] * 60, arrow[1] * 60);
  else if (arrow) choose(page, page.chosen === null ? page.graph.roots[0] ?? null : neighbour(page, page.chosen, event.key) ?? page.chosen);
  else if (event.key === " " || event.key === "Enter") toggleFold(page, page.chosen);
  else if (event.key === "+" || event.key === "=") zoom(page.view, 1.25);
  else if (event.key === "-") zoom(page.view, 0.8);
  else if (event.key === "0") whole(page.view);
  else if (event.key === "/") page.query.focus();
  else return;
  event.preventDefault();
}

function listen(page) {
  const { button, view, svg, query } = page;
  const onPress = {
    nearer: () => zoom(view, 1.25),
    farther: () => zoom(view, 0.8),
    whole: () => whole(view),
    "fold-all": () => foldAll(page, true),
    "unfold-all": () => foldAll(page, false),
    fold: () => toggleFold(page, page.chosen),
    close: () => { query.value = ""; search(page); choose(page, null); page.picture.focus(); },
    theme: changeTheme,
    "show-map": () => showView(page, false),
    "show-words": () => showView(page, true),
  };
  for (const [name, act] of Object.entries(onPress)) button[name].addEventListener("click", act);
  listenToPointers(view);
  page.picture.addEventListener("click", (event) => {
    if (view.dragged) return;
    const badge = event.target.closest(".badge");
    if (badge) return toggleFold(page, Number(badge.dataset.index));
    const stub = event.target.closest("g[data-leads]");
    if (stub) {
      event.preventDefault();
      return choose(page, page.graph.names.get(stub.dataset.leads));
    }
    const index = page.graph.names.get(event.target.closest("g[id]")?.id) ?? null;
    return choose(page, index, { bring: false });
  });
  svg.addEventListener("dblclick", (event) => toggleFold(page, page.graph.names.get(event.target.closest("g[id]")?.id) ?? null));
  svg.addEventListener("focusin", (event) => {
    const index = page.graph.names.get(event.target.id);
    if (index !== undefined && index !== page.chosen) choose(page, index, { focus: false });
  });
  page.picture.addEventListener("keydown", (event) => pressKey(page, event));
  query.addEventListener("input", () => search(page));
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(page, nextHit(page, event.shiftKey ? -1 : 1) ?? page.chosen, { focus: false });
  });
  addEventListener("hashchange", () => followAddress(page));
  document.addEventListener("click", (event) => {
    // pressing a link to the statement that the address names already changes no address
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) followAddress(page);
  });
  addEventListener("resize", () => measure(view));
}

function addTwists(page) {
  page.graph.statements.forEach(({ label, index }) => {
    if (!page.graph.under[index].length) return;
    const twist = document.createElement("button");
    twist.type = "button";
    twist.className = "twist";
    twist.setAttribute("aria-label", `What bears on ${label}`);
    twist.setAttribute("aria-expanded", "true");
    twist.addEventListener("click", () => toggleFold(page, index));
    entryOf(page, index).querySelector(".head").prepend(twist);
  });
}

function start() {
  const one = (selector) => document.querySelector(selector);
  const graph = readGraph(JSON.parse(one("script.graph").textContent));
  const svg = one(".picture > svg");
  const scene = readScene(svg, graph);
  const buttons = [...document.querySelectorAll(".bar button, .panel button")];
  const page = {
    graph, svg, scene, view: makeView(svg, scene.size), folded: new Set(), chosen: null, hits: [],
    stubbed: stubbed(scene), sight: inSight(graph, new Set(), stubbed(scene)), picture: one(".picture"), panel: one(".panel"), shown: one(".shown"),
    found: one(".found"), welcome: one(".welcome"), query: one(".query"), count: one(".count"),
    foldButton: one(".panel .fold"), button: Object.fromEntries(buttons.map((button) => [button.className, button])),
  };
  page.picture.tabIndex = -1;
  svg.setAttribute("role", "group");
  for (const { element } of scene.boxes) {
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
  }
  scene.boxes[graph.roots[0]]?.element.setAttribute("tabindex", "0");
  addTwists(page);
  showStatement(page, null);
  listen(page);
  showBadges(scene, graph, page.folded, page.sight);
  page.start = (page.picture.clientWidth > 600 && scene.topic) || scene.boxes[graph.roots[0]] || { x: 0, y: 0, width: 0, height: 0 };
  if (scene.boxes.length > LARGE) page.view.moved = () => cull(scene, page.view);
  showView(page, false);
  begin(page.view, page.start);
  followAddress(page);
}

document.documentElement.classList.add("live");
document.addEventListener("DOMContentLoaded", start);
