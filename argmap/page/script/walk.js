// Walking the map: by arrow keys to what is drawn nearest in that direction, a linked statement first; by
// letters along the links.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function neighbour(page, index, key) {
  const [right, down] = STEPS[key];
  const here = page.scene.boxes[index];
  const linked = new Set([...page.graph.under[index], ...page.graph.over[index]]);
  let best = null;
  let least = Infinity;
  for (const other of page.sight.statements) {
    if (other === index || !isKept(page, other)) continue;
    const cost = effort(here, page.scene.boxes[other], right, down) * (linked.has(other) && right ? 0.2 : 1);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

// How far a box is from another one, counted in one direction; what lies off that way counts more.
function effort(here, there, right, down) {
  const [dx, dy] = [
    there.x + there.width / 2 - here.x - here.width / 2,
    there.y + there.height / 2 - here.y - here.height / 2,
  ];
  const along = right ? dx * right : dy * down;
  const aside = Math.abs(right ? dy : dx);
  const least = right ? here.width / 4 : 6;
  return along < least ? Infinity : along + aside * (right ? 1.2 : 3);
}

// What a statement stands under.
function above(page, index) {
  return page.graph.over[index][0] ?? null;
}

// The first statement that supports one (or says why it bears), or that answers it; `rebuts` says which.
function firstOnto(page, index, rebuts) {
  const { from, onto } = page.graph.statements[index];
  const link = [...onto, ...from.flatMap((each) => each.onto)].find((each) => each.rebuts === rebuts);
  return link ? link.sources[0] : null;
}
