// Searching: statements that hold every word that is typed, in their words, citations, cards or notes; of those
// that are to be shown only.

const MOST_SHOWN = 60;

function plain(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function search(page) {
  const words = plain(page.query.value).split(/\s+/).filter(Boolean);
  page.texts ??= page.graph.statements.map((_, index) => plain(searchable(entryOf(page, index))));
  page.kept = keeping(page);
  const holds = (index) => isKept(page, index) && words.every((word) => page.texts[index].includes(word));
  const searching = words.length > 0 || page.kept !== null;
  page.hits = searching ? page.graph.statements.map(({ index }) => index).filter(holds) : [];
  showHits(page, words.length > 0);
  page.count.textContent = searching ? `${page.hits.length} of ${page.graph.statements.length}` : "";
  listHits(page, searching);
}

// Marks what was found in the picture and in the words, and dims what is not to be shown.
function showHits(page, marked) {
  const hits = new Set(marked ? page.hits : []);
  page.graph.statements.forEach((_, index) => {
    for (const element of [page.scene.boxes[index].element, entryOf(page, index)]) {
      element.classList.toggle("hit", hits.has(index));
      element.classList.toggle("out", !isKept(page, index));
    }
  });
}

// The statements that the reader wants to see; null where that is all of them.
function keeping(page) {
  const [what, ...rest] = page.only.value.split(" ");
  const value = rest.join(" ");
  const { statements } = page.graph;
  const wanted = {
    side: ({ side }) => side === Number(value),
    kind: ({ kind }) => kind === value,
    standing: ({ standing }) => standing === value,
    unanswered: (statement) => statement.kind === "rebuttal" && !answered(statement),
  }[what];
  return wanted ? new Set(statements.filter(wanted).map(({ index }) => index)) : null;
}

function isKept(page, index) {
  return page.kept === null || page.kept.has(index);
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
  if (searching && !page.hits.length) more.textContent = page.query.value ? "No statement holds these words." : "There is none.";
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
