// The editor where no other was built: a text area.
const ENDS = /\r\n|\n|\r/g;
function starts(text) { return [0, ...[...text.matchAll(ENDS)].map(end => end.index + end[0].length)]; }

export function editor(parent, { text, changed }) {
  const area = document.createElement("textarea");
  area.spellcheck = true;
  area.setAttribute("aria-label", "The map's text");
  area.value = text;
  area.addEventListener("input", () => changed(area.value));
  parent.replaceChildren(area);
  const offset = place => (starts(area.value)[place.line] ?? area.value.length) + place.character;
  return {
    get text() { return area.value; },
    set text(words) { area.value = words; },
    found() {},
    go(range) {
      area.focus();
      area.setSelectionRange(offset(range.start), offset(range.end));
      const line = parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = Math.max(0, (range.start.line - 3) * line);
    },
    apply(edits) {
      const places = edits.map(edit => [offset(edit.range.start), offset(edit.range.end), edit.newText]);
      for (const [start, end, words] of places.sort((a, b) => b[0] - a[0])) area.setRangeText(words, start, end, "end");
      changed(area.value);
    },
  };
}
