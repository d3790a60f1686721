// Of a large picture only what is near the view is drawn: what stands farther away is left out until
// it comes near. Nothing that has the focus, or would take it, is ever left out.

const LARGE = 800; // statements

function cull(scene, view) {
  const seen = { x: view.x, y: view.y, width: view.wide / view.scale, height: view.high / view.scale };
  const drawn = scene.drawn;
  if (drawn && contains(drawn, seen) && drawn.width < 8 * seen.width) return;
  scene.pieces ??= piecesOf(scene);
  const near = { x: seen.x - seen.width, y: seen.y - seen.height, width: 3 * seen.width, height: 3 * seen.height };
  for (const { element, place } of scene.pieces) {
    element.classList.toggle("away", !meet(near, place) && element.getAttribute("tabindex") !== "0");
  }
  scene.drawn = near;
}

// After folding, everything stands elsewhere.
function forgetCulled(scene) {
  scene.pieces = undefined;
  scene.drawn = undefined;
}

// Before a large picture is seen for the first time, none of it is drawn.
function cullAll(scene) {
  scene.pieces = piecesOf(scene);
  for (const { element } of scene.pieces) element.classList.add("away");
}

function piecesOf(scene) {
  const boxes = scene.boxes.map((box) => ({ element: box.element, place: box }));
  const ties = scene.ties.filter((tie) => tie && !tie.classList.contains("gone"));
  const stubs = scene.stubs.map((stub) => ({ element: stub.element, place: stub }));
  return [...boxes, ...stubs, ...ties.map((element) => ({ element, place: boundsOf(element) }))];
}

function contains(outer, inner) {
  return inner.x >= outer.x && inner.y >= outer.y
    && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

function meet(one, other) {
  return one.x <= other.x + other.width && other.x <= one.x + one.width
    && one.y <= other.y + other.height && other.y <= one.y + one.height;
}
