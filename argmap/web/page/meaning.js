// What a text means: the picture, the ballot and the sources, a moment after what is found in it.
import { picture } from "./picture.js";
import { sources } from "./sources.js";
import { whatIf } from "./whatif.js";

const LONGEST_WAIT = 100;

// `current()` gives the open text and its `uri`; `go(uri, range)` goes to a place in a text.
export function meaning({ server, at, said, current, go }) {
  const what = whatIf({ chosen: at("chosen"), said: at("said"), list: at("moves"), judged: at("judged") },
    (moves, width) => server.request("argmap/judge", { uri: current().uri, ...moves, width }), statement => go(statement.uri, statement.range));
  const canvas = picture(at("drawing"), what.choose);
  const cite = sources(at("sources"), () => server.request("argmap/sources", { uri: current().uri }));
  const ask = (form, look) => server.request("argmap/picture", { uri: current().uri, form, look });
  let busy = false, again = false, late = 0, took = 0, draws = 0;

  function look() {
    const layout = at("layout").value, verdicts = at("verdicts").checked;
    return layout === "flow" ? { layout, verdicts } : { layout, verdicts, orientation: at("orientation").value };
  }
  async function draw() {
    const { typed, version } = current(), start = performance.now(), made = await ask("svg", look());
    canvas.show(made.files[0], made.statements, made.title);
    took = performance.now() - start;
    if (typed) document.body.dataset.drawn = `${version} ${Math.round(performance.now() - typed)}`;
    document.body.dataset.pictures = ++draws;
  }
  async function refresh() {
    clearTimeout(late);
    if (busy) { again = true; return; }
    busy = true;
    do {
      again = false;
      for (const show of [draw, what.judge, ...(at("sources").hidden ? [] : [cite])]) await show().catch(why => said(why.message));
    } while (again);
    busy = false;
  }
  // What is found comes first: while somebody types, a picture that takes its time waits for a pause.
  function soon() {
    clearTimeout(late);
    late = setTimeout(refresh, Math.min(took, LONGEST_WAIT));
  }
  for (const each of ["layout", "verdicts", "orientation"]) at(each).addEventListener("change", refresh);
  at("layout").addEventListener("change", () => { at("orientation").disabled = at("layout").value === "flow"; });
  at("size").addEventListener("change", () => { at("drawing").dataset.size = at("size").value; });
  at("drawing").dataset.size = "fit";
  return { ask, refresh, soon, forget: what.forget };
}
