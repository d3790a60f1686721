// The hand on the picture: the mouse, its wheel, fingers.

function wheel(view, event) {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? view.high : 1;
  const sideways = event.shiftKey || event.deltaX !== 0;
  if (sideways && !event.ctrlKey) {
    const swapped = event.shiftKey && event.deltaX === 0;
    move(view, (swapped ? event.deltaY : event.deltaX) * unit, (swapped ? 0 : event.deltaY) * unit);
    return;
  }
  const place = view.frame.getBoundingClientRect();
  const speed = event.ctrlKey ? 0.01 : 0.0015;
  zoom(view, Math.exp(-event.deltaY * unit * speed), event.clientX - place.left, event.clientY - place.top);
}

// One finger or the mouse drags, two fingers spread. A press that stays in its place is left for a click.
function listenToPointers(view) {
  const held = new Map();
  const { frame } = view;
  const middle = () => {
    const all = [...held.values()];
    const [x, y] = ["x", "y"].map((key) => all.reduce((sum, point) => sum + point[key], 0) / all.length);
    const spread = all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0;
    return { x, y, spread };
  };
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (held.size === 0) view.dragged = false;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY });
  });
  frame.addEventListener("pointermove", (event) => {
    const point = held.get(event.pointerId);
    if (!point) return;
    const still = Math.hypot(event.clientX - point.fromX, event.clientY - point.fromY) < 5;
    if (!view.dragged && still) return;
    if (!view.dragged) frame.setPointerCapture(event.pointerId);
    view.dragged = true;
    const before = middle();
    [point.x, point.y] = [event.clientX, event.clientY];
    const after = middle();
    move(view, before.x - after.x, before.y - after.y);
    const place = frame.getBoundingClientRect();
    if (before.spread > 0 && after.spread > 0) {
      zoom(view, after.spread / before.spread, after.x - place.left, after.y - place.top);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, (event) => held.delete(event.pointerId));
  frame.addEventListener("mousedown", (event) => event.preventDefault());
  frame.addEventListener("wheel", (event) => wheel(view, event), { passive: false });
}
