// The editor where no other was built: a text area.
import { inOrder, offset } from "./places.js";

export function editor(parent, { text, changed }) {
  const area = document.createElement("textarea");
  area.spellcheck = true;
  area.setAttribute("aria-label", "The map's text");
  area.value = text;
  area.addEventListener("input", () => changed(area.value));
  parent.replaceChildren(area);
  return {
    get text() { return area.value; },
    set text(words) { area.value = words; },
    found() {},
    go(range) {
      area.focus();
      area.setSelectionRange(offset(area.value, range.start), offset(area.value, range.end));
      const line = parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = Math.max(0, (range.start.line - 3) * line);
    },
    apply(edits) {
      for (const { start, end, words } of inOrder(area.value, edits)) area.setRangeText(words, start, end, "end");
      changed(area.value);
    },
  };
}
