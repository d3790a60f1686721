// Places in a text, as the protocol counts them: lines from 0, columns in UTF-16 units, as JavaScript's own.
const ENDS = /\r\n|\n|\r/g;

export function offset(text, { line, character }) {
  const starts = [0, ...[...text.matchAll(ENDS)].map(end => end.index + end[0].length)];
  return (starts[line] ?? text.length) + (line < starts.length ? character : 0);
}

// Edits as places of the text that they were made for, the last one first.
export function inOrder(text, edits) {
  const places = edits.map(edit => ({ start: offset(text, edit.range.start), end: offset(text, edit.range.end), words: edit.newText }));
  return places.sort((a, b) => b.start - a.start || b.end - a.end);
}

export function edited(text, edits) {
  return inOrder(text, edits).reduce((now, { start, end, words }) => now.slice(0, start) + words + now.slice(end), text);
}
