// The page comes to life: what is pressed, typed and pointed at, addresses, printing.

function followAddress(page) {
  const index = indexOf(page, location.hash);
  if (index === null) return;
  if (page.view.words && !location.hash.startsWith(`#${TEXT}`)) showView(page, page.layout.name);
  choose(page, index);
}

function changeTheme() {
  const root = document.documentElement;
  const dark = getComputedStyle(root).colorScheme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
}

// Whatever is pressed, the keys go on working: the picture takes the focus back from what is no more.
function listenToButtons(page) {
  const { button, view, query } = page;
  const onPress = {
    nearer: () => zoom(view, 1.25),
    farther: () => zoom(view, 0.8),
    whole: () => whole(view),
    "fold-all": () => foldAll(page, true),
    "unfold-all": () => foldAll(page, false),
    fold: () => toggleFold(page, page.chosen),
    close: () => { query.value = ""; page.only.value = ""; search(page); choose(page, null); page.picture.focus(); },
    theme: changeTheme,
    letters: () => {
      page.letters = !page.letters;
      button.letters.setAttribute("aria-pressed", String(page.letters));
    },
    "show-map": () => showView(page, "map"),
    "show-flow": () => showView(page, "flow"),
    "show-words": () => showView(page, "words"),
  };
  for (const [name, act] of Object.entries(onPress)) button[name].addEventListener("click", act);
}

function listenToPicture(page) {
  const { picture, view } = page;
  const boxAt = (target) => page.graph.names.get(target.closest("g[id]:not([data-leads])")?.id) ?? null;
  listenToPointers(view);
  picture.addEventListener("click", (event) => {
    if (view.dragged) return;
    const badge = event.target.closest(".badge");
    if (badge) return toggleFold(page, Number(badge.dataset.index));
    const stub = event.target.closest("g[data-leads]");
    if (stub) {
      event.preventDefault();
      return choose(page, page.graph.names.get(stub.dataset.leads));
    }
    return choose(page, boxAt(event.target), { bring: false });
  });
  picture.addEventListener("dblclick", (event) => toggleFold(page, boxAt(event.target)));
  picture.addEventListener("focusin", (event) => {
    const index = page.graph.names.get(event.target.id);
    if (index !== undefined && index !== page.chosen) choose(page, index, { focus: false });
  });
  picture.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const index = boxAt(event.target) ?? page.chosen;
    cancelAnimationFrame(page.lighting);
    page.lighting = requestAnimationFrame(() => light(page.scene, page.graph, index));
  });
  picture.addEventListener("pointerleave", () => light(page.scene, page.graph, page.chosen));
}

function listenToFields(page) {
  const { query, only } = page;
  const next = (step, focus) => {
    const index = nextHit(page, step);
    if (index === null) return say(page, "There is none.");
    choose(page, index, { focus });
    return say(page, `${page.hits.indexOf(index) + 1} of ${page.hits.length}: ${page.graph.statements[index].label}: ${snippet(page, index)}`);
  };
  query.addEventListener("input", () => search(page));
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(event.shiftKey ? -1 : 1, false);
    if (event.key === "Escape" && !query.value) page.picture.focus();
  });
  only.addEventListener("change", () => {
    search(page);
    say(page, page.kept === null ? "All are shown." : `${page.kept.size} of ${page.graph.statements.length} are shown.`);
  });
  only.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(1, true);
    if (event.key === "Escape") page.picture.focus();
    if (event.key === "Enter") event.preventDefault();
  });
}

function listen(page) {
  listenToButtons(page);
  listenToPicture(page);
  listenToFields(page);
  document.addEventListener("keydown", (event) => pressKey(page, event));
  addEventListener("hashchange", () => followAddress(page));
  document.addEventListener("click", (event) => {
    // pressing a link to the statement that the address names already changes no address
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) followAddress(page);
  });
  addEventListener("resize", () => measure(page.view));
  addEventListener("beforeprint", layOutSheets);
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

function begun() {
  const one = (selector) => document.querySelector(selector);
  const graph = readGraph(JSON.parse(one("script.graph").textContent));
  const buttons = [...document.querySelectorAll(".bar button, .panel button")];
  const picture = one(".picture");
  const page = {
    graph, picture, layouts: readLayouts(picture), view: makeView(picture), folded: new Set(), foldedBefore: new Set(), chosen: null, hits: [], kept: null,
    letters: true, panel: one(".panel"), shown: one(".shown"), found: one(".found"), welcome: one(".welcome"),
    overview: one(".overview"), query: one(".query"), only: one(".only"), count: one(".count"), spoken: one(".spoken"),
    foldButton: one(".panel .fold"), button: Object.fromEntries(buttons.map((button) => [button.className, button])),
  };
  picture.tabIndex = -1;
  picture.setAttribute("role", "application"); // its keys are its own
  addTwists(page);
  showStatement(page, null);
  listen(page);
  showView(page, picture.clientWidth <= NARROW ? "flow" : picture.dataset.layout);
  picture.focus({ preventScroll: true });
  followAddress(page);
}

document.documentElement.classList.add("live");
document.addEventListener("DOMContentLoaded", begun);
