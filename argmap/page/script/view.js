// Which part of the picture is seen: moved by dragging, the wheel, two fingers and keys.

const FARTHEST = 0.05;
const NEAREST = 8;
const LEGIBLE = 0.95; // pixels for a point of the picture: its ten-point words are then 9.5 pixels high

const NARROW = 700; // pixels: a phone's view
const POINT = 4 / 3; // pixels that a point of the picture has before it is scaled

// The view onto the picture from its frame: the frame's corner shows the picture's point (x, y).
function makeView(frame) {
  return { svg: null, size: { width: 1, height: 1 }, frame, x: 0, y: 0, scale: 1, sharp: 0, wide: 1, high: 1, drawing: 0, moving: 0, resting: 0 };
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
  if (start.column) {
    const scale = view.wide / (start.width + 8);
    return centre(view, start.x + start.width / 2, start.y - 4 + view.high / scale / 2, scale, false);
  }
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
  const scale = Math.max(view.scale, LEGIBLE * 0.75);
  const part = (at, size, seen, from) => {
    const pad = Math.min(margin / scale, Math.max(0, (seen - size) / 2));
    return Math.max(Math.min(from, at - pad), Math.min(at + size + pad - seen, at - pad));
  };
  const [wide, high] = [view.wide / scale, view.high / scale];
  const kept = scale === view.scale ? view : { x: box.x + box.width / 2 - wide / 2, y: box.y + box.height / 2 - high / 2 };
  const [x, y] = [part(box.x, box.width, wide, kept.x), part(box.y, box.height, high, kept.y)];
  if (x !== view.x || y !== view.y || scale !== view.scale) centre(view, x + wide / 2, y + high / 2, scale);
}
