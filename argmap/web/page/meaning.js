// What a text means: the picture, the ballot and the sources, a moment after what is found in it.
import { held } from "./again.js";
import { picture } from "./picture.js";
import { sources } from "./sources.js";
import { whatIf } from "./whatif.js";

// What is found comes first: while somebody types, a picture that takes its time waits for a short pause, and
// what is not looked at while typing for a longer one (in milliseconds).
const SHORT = 15, LONG = 300;

// `current()` gives the open text and its `uri`; `go(uri, range)` goes to a place in a text.
export function meaning({ server, at, said, current, go }) {
  const what = whatIf({ chosen: at("chosen"), said: at("said"), list: at("moves"), judged: at("judged") },
    (moves, width) => server.request("argmap/judge", { uri: current().uri, ...moves, width, data: false }), statement => go(statement.uri, statement.range));
  const canvas = picture(at("drawing"), what.choose);
  const cite = sources(at("sources"), () => server.request("argmap/sources", { uri: current().uri }));
  const ask = (form, look, after) => server.request("argmap/picture", { uri: current().uri, form, look, after });
  const rest = () => [what.judge, ...(at("sources").hidden ? [] : [cite])];
  let drawn = null, busy = false, next = null, soonest = 0, later = 0, took = 0, draws = 0;

  function look() {
    const layout = at("layout").value, verdicts = at("verdicts").checked;
    return layout === "flow" ? { layout, verdicts } : { layout, verdicts, orientation: at("orientation").value };
  }
  async function draw() {
    const { typed, version } = current(), start = performance.now();
    drawn = held(drawn, await ask("svg", look(), drawn?.number ?? 0));
    canvas.show(drawn.lines.join("\n"), drawn.statements, drawn.title);
    took = performance.now() - start;
    if (typed) document.body.dataset.drawn = `${version} ${Math.round(performance.now() - typed)}`;
    document.body.dataset.pictures = ++draws;
  }
  // Everything that is shown, or some of it; what is asked for meanwhile comes after that.
  async function refresh(parts = [draw, ...rest()]) {
    clearTimeout(soonest);
    if (busy) { next = new Set([...(next ?? []), ...parts]); return; }
    busy = true;
    for (let now = parts; now; now = next) {
      next = null;
      for (const show of now) await show().catch(why => said(why.message));
    }
    busy = false;
  }
  async function typed() {
    await refresh([draw]);
    clearTimeout(later);
    later = setTimeout(() => refresh(rest()), LONG);
  }
  function soon() {
    clearTimeout(soonest);
    clearTimeout(later);
    soonest = setTimeout(typed, Math.min(took, SHORT));
  }
  for (const each of ["layout", "verdicts", "orientation"]) at(each).addEventListener("change", () => refresh());
  at("layout").addEventListener("change", () => { at("orientation").disabled = at("layout").value === "flow"; });
  at("size").addEventListener("change", () => { at("drawing").dataset.size = at("size").value; });
  at("drawing").dataset.size = "fit";
  return { ask, refresh, soon, forget: what.forget };
}
