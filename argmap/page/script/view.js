// Which part of the picture is seen: moved by dragging, the wheel, two fingers and keys.

const FARTHEST = 0.05;
const NEAREST = 8;
const LEGIBLE = 0.95; // pixels for a point of the picture: its ten-point words are then 9.5 pixels high

const POINT = 4 / 3; // pixels that a point of the picture has before it is scaled

// The view onto the picture from its frame: the frame's corner shows the picture's point (x, y).
function makeView(svg, size) {
  const frame = svg.parentElement;
  return { svg, size, frame, x: 0, y: 0, scale: 1, sharp: 0, wide: 1, high: 1, drawing: 0, moving: 0, resting: 0 };
}

function measure(view) {
  const { width, height } = view.frame.getBoundingClientRect();
  [view.wide, view.high] = [width || 1, height || 1];
  draw(view);
}

// The picture is moved as a layer of its own, so that even a large one follows the hand; when a zoom has
// come to rest, the layer is let go for a moment, and drawn again sharp.
function draw(view) {
  cancelAnimationFrame(view.drawing);
  view.drawing = requestAnimationFrame(() => {
    const { svg, x, y, scale } = view;
    view.moved?.();
    svg.style.willChange = "transform";
    svg.style.transform = `translate(${-x * scale}px, ${-y * scale}px) scale(${scale / POINT})`;
    if (scale === view.sharp) return;
    clearTimeout(view.resting);
    view.resting = setTimeout(() => sharpen(view), 160);
  });
}

function sharpen(view) {
  view.sharp = view.scale;
  view.svg.style.willChange = "auto";
  requestAnimationFrame(() => requestAnimationFrame(() => { view.svg.style.willChange = "transform"; }));
}

// Puts the picture's point (x, y) into the middle of the view.
function centre(view, x, y, scale = view.scale, smoothly = true) {
  const goal = { scale, x: x - view.wide / scale / 2, y: y - view.high / scale / 2 };
  cancelAnimationFrame(view.moving);
  if (!smoothly || matchMedia("(prefers-reduced-motion: reduce)").matches) {
    Object.assign(view, goal);
    draw(view);
    return;
  }
  const start = { x: view.x, y: view.y, scale: view.scale, time: performance.now() };
  const step = (now) => {
    const part = Math.min(1, (now - start.time) / 220);
    const eased = 1 - (1 - part) ** 3;
    for (const key of ["x", "y", "scale"]) view[key] = start[key] + (goal[key] - start[key]) * eased;
    draw(view);
    if (part < 1) view.moving = requestAnimationFrame(step);
  };
  view.moving = requestAnimationFrame(step);
}

function whole(view, smoothly = true) {
  const { width, height } = view.size;
  const scale = Math.min(view.wide / width, view.high / height, 1.6);
  centre(view, width / 2, height / 2, scale, smoothly);
}

// All of it where it can be read so, else its beginning: the topic, or the first statement.
function begin(view, start) {
  const { width, height } = view.size;
  if (Math.min(view.wide / width, view.high / height) >= LEGIBLE * 0.8) return whole(view, false);
  const scale = Math.min(1.15, Math.max(LEGIBLE, view.wide / width));
  const held = (middle, seen, all) => (all < seen ? all / 2 : Math.min(Math.max(middle, seen / 2), all - seen / 2));
  const x = held(start.x + start.width / 2, view.wide / scale, width);
  const y = held(start.y + start.height / 2, view.high / scale, height);
  return centre(view, x, y, scale, false);
}

function move(view, right, down) {
  cancelAnimationFrame(view.moving);
  view.x += right / view.scale;
  view.y += down / view.scale;
  draw(view);
}

// Nearer or farther by a factor; the point at (x, y), in pixels from the view's corner, stays where it is.
function zoom(view, factor, x = view.wide / 2, y = view.high / 2) {
  cancelAnimationFrame(view.moving);
  const scale = Math.min(NEAREST, Math.max(FARTHEST, view.scale * factor));
  view.x += x / view.scale - x / scale;
  view.y += y / view.scale - y / scale;
  view.scale = scale;
  draw(view);
}

// Brings a box into view, moving no more than it must.
function bringIn(view, box, margin = 40) {
  const pad = margin / view.scale;
  const [wide, high] = [view.wide / view.scale, view.high / view.scale];
  const inside = box.x - pad >= view.x && box.y - pad >= view.y
    && box.x + box.width + pad <= view.x + wide && box.y + box.height + pad <= view.y + high;
  const scale = Math.max(view.scale, LEGIBLE * 0.75);
  if (!inside || scale !== view.scale) centre(view, box.x + box.width / 2, box.y + box.height / 2, scale);
}

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
