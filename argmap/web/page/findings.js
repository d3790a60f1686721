// What is found: a list under the text, each with the place to go to and its fix where there is one.
const SEVERITY = ["", "error", "warning", "info"];

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(words);
  made.addEventListener("click", act);
  return made;
}

function item(each, editor) {
  const item = document.createElement("li"), kind = document.createElement("b");
  item.className = SEVERITY[each.severity];
  kind.textContent = `${SEVERITY[each.severity]} in line ${each.range.start.line + 1}: `;
  const go = button(kind, () => editor().go(each.range));
  go.className = "go";
  go.append(each.message);
  item.append(go);
  if (each.data?.edits) {
    const fix = button("Fix", () => editor().apply(each.data.edits));
    fix.title = each.data.title;
    fix.setAttribute("aria-label", `Fix: ${each.data.title}`);
    item.append(fix);
  }
  return item;
}

// `editor()` gives the one that is open. What is found is null until it was looked at.
export function findings(list, count, editor) {
  let shown = "";
  return found => {
    const now = JSON.stringify(found);
    if (now !== shown) list.replaceChildren(...(found ?? []).map(each => item(each, editor)));
    shown = now;
    count.textContent = !found ? "Reading…" : found.length ? `${found.length} ${found.length === 1 ? "finding" : "findings"}` : "Nothing to find fault with";
    editor()?.found(found ?? []);
  };
}
