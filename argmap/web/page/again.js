// A picture told again: of its lines and its statements only what is another thing than in the last one (see
// `argmap/lsp/changes.py`). A step is `[from, count]` for what stays, `[at, place]` for a line that has moved, or
// what is new.
const PLACE = / transform="translate\([^"]*\)"/;

function changed(old, steps) {
  return steps.flatMap(step => {
    if (!Array.isArray(step)) return [step];
    const [at, more] = step;
    return typeof more === "number" ? old.slice(at, at + more) : [old[at].replace(PLACE, () => ` transform="translate(${more})"`)];
  });
}

// What is held of an answer to `argmap/picture`, after the one that was held before.
export function held(last, { number, title, files, statements, changed: steps }) {
  if (!steps) return { number, title, lines: files[0].split("\n"), statements };
  return { number, title, lines: changed(last.lines, steps.lines), statements: changed(last.statements, steps.statements) };
}
