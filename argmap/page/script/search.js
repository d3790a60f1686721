// Searching: statements that hold every word that is typed, in their words, citations, cards or notes.

const MOST_SHOWN = 60;

function plain(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function search(page) {
  const words = plain(page.query.value).split(/\s+/).filter(Boolean);
  page.texts ??= page.graph.statements.map((_, index) => plain(searchable(entryOf(page, index))));
  const holds = (text) => words.every((word) => text.includes(word));
  page.hits = words.length ? page.texts.flatMap((text, index) => (holds(text) ? [index] : [])) : [];
  const hits = new Set(page.hits);
  page.scene.boxes.forEach((box, index) => box.element.classList.toggle("hit", hits.has(index)));
  page.graph.statements.forEach((_, index) => entryOf(page, index).classList.toggle("hit", hits.has(index)));
  page.svg.classList.toggle("searching", words.length > 0);
  page.count.textContent = words.length ? `${page.hits.length} of ${page.graph.statements.length}` : "";
  listHits(page, words.length > 0);
}

function searchable(entry) {
  const parts = [...entry.children].filter((part) => !part.matches(".bears, .borne"));
  return parts.map((part) => part.textContent).join(" ");
}

function listHits(page, searching) {
  const list = document.createElement("ul");
  for (const index of page.hits.slice(0, MOST_SHOWN)) {
    const { label } = page.graph.statements[index];
    const link = document.createElement("a");
    link.href = `#${TEXT}${label}`;
    link.textContent = label;
    const item = document.createElement("li");
    item.append(link, ` ${snippet(page, index, 70)}`);
    list.append(item);
  }
  const rest = page.hits.length - MOST_SHOWN;
  const more = document.createElement("p");
  if (searching && !page.hits.length) more.textContent = "No statement holds these words.";
  if (rest > 0) more.textContent = `and ${rest} more`;
  page.found.replaceChildren(...(searching ? [list, more] : []));
  page.panel.classList.toggle("open", searching || page.chosen !== null);
  page.welcome.hidden = searching || page.chosen !== null;
}

function nextHit(page, step) {
  if (!page.hits.length) return null;
  const at = page.hits.indexOf(page.chosen);
  return page.hits[(at < 0 ? (step > 0 ? 0 : -1) : at + step + page.hits.length) % page.hits.length] ?? page.hits.at(-1);
}
