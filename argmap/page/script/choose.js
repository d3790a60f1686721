// Choosing a statement, folding what is under it, and what follows from either everywhere on the page.

// Says something to those who hear the page.
function say(page, words) {
  page.spoken.textContent = words;
}

function choose(page, index, { focus = true, bring = true, note = true } = {}) {
  if (index !== null) reveal(page, index);
  const before = page.chosen ?? page.graph.roots[0];
  page.chosen = index;
  page.scene.boxes[before]?.element.setAttribute("tabindex", "-1");
  page.scene.boxes[index ?? before]?.element.setAttribute("tabindex", "0");
  showRing(page.scene, index);
  light(page.scene, page.graph, index);
  showStatement(page, index);
  if (note) noteAddress(page, index);
  if (index === null) return;
  if (page.view.words) {
    showInWords(page, index, focus);
    return;
  }
  measure(page.view); // the panel may just have taken some of its room
  if (bring) bringIn(page.view, page.scene.boxes[index]);
  const { element } = page.scene.boxes[index];
  setAway(page.scene.boxes[index], false);
  if (focus) element.focus({ preventScroll: true });
}

function showInWords(page, index, focus) {
  document.querySelector(".outline .chosen")?.classList.remove("chosen");
  const entry = entryOf(page, index);
  entry.classList.add("chosen");
  entry.setAttribute("tabindex", "-1");
  entry.scrollIntoView({ block: "center" });
  if (focus) entry.focus({ preventScroll: true });
}

function noteAddress(page, index) {
  const statement = page.graph.statements[index];
  const end = statement ? `#${encodeURIComponent(statement.id ?? statement.label)}` : location.pathname + location.search;
  try {
    history.replaceState(null, "", end);
  } catch {
    // a page shown inside another may not change its address
  }
}

function reveal(page, index) {
  if (page.sight.statements.has(index)) return;
  for (const above of reach(page.graph.over, [index], () => true)) if (above !== index) page.folded.delete(above);
  refresh(page);
}

// Shows what is in sight. `stay` is a statement that keeps its place on the screen.
function refresh(page, stay) {
  page.sight = inSight(page.graph, page.folded, page.stubbed);
  for (const index of new Set([...page.folded, ...page.foldedBefore])) {
    const folded = page.folded.has(index);
    const entry = entryOf(page, index);
    entry.parentElement.classList.toggle("folded", folded);
    entry.querySelector(".twist")?.setAttribute("aria-expanded", String(!folded));
  }
  page.foldedBefore = new Set(page.folded);
  if (!page.view.words) refreshPicture(page, stay);
  if (page.chosen !== null && !page.sight.statements.has(page.chosen)) choose(page, null);
  else if (page.chosen !== null) showStatement(page, page.chosen);
}

function refreshPicture(page, stay) {
  const { scene, view } = page;
  const before = scene.boxes[stay] ?? { x: 0, y: 0 };
  const { x, y } = before;
  scene.drawn = undefined; // everything stands elsewhere
  showInSight(scene, page.graph, page.sight);
  squeeze(scene, page.sight);
  showBadges(scene, page.graph, page.folded, page.sight);
  showRing(scene, page.chosen);
  move(view, (before.x - x) * view.scale, (before.y - y) * view.scale);
}

function toggleFold(page, index) {
  if (index === null || !page.graph.under[index].length) return;
  if (!page.folded.delete(index)) page.folded.add(index);
  refresh(page, index);
  const { label } = page.graph.statements[index];
  say(page, page.folded.has(index) ? `${label} folded, ${hiddenUnder(page.graph, index, page.sight)} out of sight` : `${label} unfolded`);
}

function foldAll(page, fold) {
  const some = page.graph.roots.filter((index) => page.graph.under[index].length);
  page.folded = new Set(fold ? some : []);
  refresh(page);
  goToStart(page);
}

// Nothing is chosen, and the panel tells what the map is about.
function overview(page) {
  page.query.value = "";
  page.only.value = "";
  search(page);
  choose(page, null);
  page.panel.classList.add("open");
  page.overview.focus();
}
