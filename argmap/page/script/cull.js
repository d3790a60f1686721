// Of a large picture only what is near the view is drawn: what stands farther away is left out until
// it comes near. Its place in the page stays, with its name, for those who hear the page. Nothing that has the
// focus, or would take it, is ever left out.

const LARGE = 800; // statements
const AT_ONCE = 120; // boxes, stubs and lines
const MARGIN = 0.5; // so much more than the view is drawn on each of its sides, in views

function cull(scene, view) {
  const seen = { x: view.x, y: view.y, width: view.wide / view.scale, height: view.high / view.scale };
  const drawn = scene.drawn;
  if (drawn && contains(drawn, seen) && drawn.width < 8 * seen.width) return;
  const [wide, high] = [MARGIN * seen.width, MARGIN * seen.height];
  const near = { x: seen.x - wide, y: seen.y - high, width: seen.width + 2 * wide, height: seen.height + 2 * high };
  const [now, soon] = [[], []];
  for (const piece of piecesOf(scene)) {
    if (!meet(near, piece) && piece.element.getAttribute("tabindex") !== "0") setAway(piece, true);
    else if (piece.away !== false) (meet(seen, piece) ? now : soon).push(piece);
  }
  scene.drawn = near;
  showSome(scene, [...soon.reverse(), ...now.reverse()]);
}

// Of what has come near, so much in each frame that the picture still follows the hand; what is seen comes first.
function showSome(scene, waiting) {
  cancelAnimationFrame(scene.showing);
  for (const piece of waiting.splice(-AT_ONCE)) setAway(piece, false);
  if (waiting.length) scene.showing = requestAnimationFrame(() => showSome(scene, waiting));
}

function setAway(piece, away) {
  if (piece.away === away) return;
  piece.away = away;
  piece.element.classList.toggle("away", away);
}

// Before a large picture is seen for the first time, none of it is drawn.
function cullAll(scene) {
  for (const piece of piecesOf(scene)) setAway(piece, true);
}

function* piecesOf(scene) {
  yield* scene.boxes;
  yield* scene.stubs;
  yield* linesOf(scene);
}

function contains(outer, inner) {
  return inner.x >= outer.x && inner.y >= outer.y
    && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

function meet(one, other) {
  return one.x <= other.x + other.width && other.x <= one.x + one.width
    && one.y <= other.y + other.height && other.y <= one.y + one.height;
}
