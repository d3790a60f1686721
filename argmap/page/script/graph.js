// The graph: what bears on what, and what is in sight while some branches are folded.

function readGraph(data) {
  const statements = data.statements.map(([label, id, kind, side, standing], index) => (
    { index, label, id, kind, side, standing, from: [], onto: [] }
  ));
  const links = data.links.map(([sources, target, onLink, rebuts], index) => (
    { index, sources, target, onLink: Boolean(onLink), rebuts: Boolean(rebuts), onto: [] }
  ));
  for (const link of links) {
    (link.onLink ? links : statements)[link.target].onto.push(link);
    for (const source of link.sources) statements[source].from.push(link);
  }
  const names = new Map(statements.map((statement) => [statement.label, statement.index]));
  for (const { id, index } of statements) if (id) names.set(id, index);
  const graph = { statements, links, names, tops: data.tops };
  // What stands under what is what folds together; a statement has one place.
  graph.over = data.homes.map((home) => (home < 0 ? [] : [home]));
  graph.under = statements.map(() => []);
  graph.over.forEach((above, index) => above.forEach((home) => graph.under[home].push(index)));
  graph.roots = statements.flatMap(({ index }) => (graph.over[index].length ? [] : [index]));
  return graph;
}

// All that can be reached along `ways` from some places, going on only from where `open` says so.
function reach(ways, starts, open, reached = new Set()) {
  const waiting = starts.filter((start) => !reached.has(start));
  waiting.forEach((start) => reached.add(start));
  while (waiting.length) {
    const here = waiting.pop();
    if (!open(here)) continue;
    for (const next of ways[here]) {
      if (!reached.has(next)) {
        reached.add(next);
        waiting.push(next);
      }
    }
  }
  return reached;
}

// What is in sight: statements, and the links whose two ends are; a source that a stub stands for is in sight
// where nothing folds that away. A link comes after the one it is on.
function inSight(graph, folded, stubbed = new Map()) {
  const statements = reach(graph.under, graph.roots, (index) => !folded.has(index));
  const links = new Set();
  for (const link of graph.links) {
    const end = link.onLink ? links.has(link.target) : statements.has(link.target);
    const here = (source) => (
      stubbed.get(link.index)?.has(source) ? !folded.has(placeOf(graph, link)) : statements.has(source)
    );
    if (end && link.sources.every(here)) links.add(link.index);
  }
  return { statements, links };
}

// How many statements a folded one keeps out of sight.
function hiddenUnder(graph, index, sight) {
  const below = reach(graph.under, [index], () => true);
  let count = 0;
  for (const other of below) if (!sight.statements.has(other)) count += 1;
  return count;
}

// What a link ends on: a statement, or, of one that ends on a link, that one's first source.
function placeOf(graph, link) {
  return link.onLink ? graph.links[link.target].sources[0] : link.target;
}

// Whether something answers a statement, or the links that it makes.
function answered({ from, onto }) {
  return [...onto, ...from.flatMap((link) => link.onto)].some((link) => link.rebuts);
}
