// What a key does. Those of the help work wherever the reader is, but in a field that is written in.

const LETTERS = {
  u: (page) => walk(page, above(page, page.chosen), "Nothing stands above it."),
  r: (page) => walk(page, firstOnto(page, page.chosen, false), "No reason is given for it."),
  a: (page) => walk(page, firstOnto(page, page.chosen, true), "Nothing answers it."),
  o: (page) => overview(page),
  s: (page) => page.only.focus(),
  m: (page) => {
    const name = page.view.words ? page.layout.name : page.layout.name === "map" ? "flow" : "map";
    showView(page, name);
    say(page, name === "map" ? "The map" : "The flow");
  },
  w: (page) => {
    showView(page, page.view.words ? page.layout.name : "words");
    say(page, page.view.words ? "The map in words" : "The picture");
  },
  "/": (page) => page.query.focus(),
};
const SIGNS = {
  "+": (page) => zoom(page.view, 1.25),
  "=": (page) => zoom(page.view, 1.25),
  "-": (page) => zoom(page.view, 0.8),
  0: (page) => whole(page.view),
};

// Goes to a statement; or to the first one, if none is chosen.
function walk(page, to, otherwise) {
  if (to !== null) choose(page, to);
  else say(page, otherwise);
}

function pressKey(page, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  const act = actOf(page, event);
  if (!act) return;
  act();
  event.preventDefault();
}

function actOf(page, event) {
  const { key } = event;
  const first = () => choose(page, page.graph.roots[0] ?? null);
  if (key === "Escape") return () => { choose(page, null); page.picture.focus(); };
  if (page.letters && LETTERS[key]) return page.chosen === null && "ura".includes(key) ? first : () => LETTERS[key](page);
  if (page.view.words) return null; // the words are a page like any other
  if ((key === " " || key === "Enter") && !event.target.closest("button, a")) return () => toggleFold(page, page.chosen);
  if (SIGNS[key]) return () => SIGNS[key](page);
  const arrow = STEPS[key];
  if (!arrow || event.target.closest(".panel")) return null;
  if (event.shiftKey) return () => move(page.view, arrow[0] * 60, arrow[1] * 60);
  if (page.chosen === null) return first;
  return () => choose(page, neighbour(page, page.chosen, key) ?? page.chosen);
}
