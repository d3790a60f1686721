// The graph: what bears on what, and what is in sight while some branches are folded.

function readGraph(data) {
  const statements = data.statements.map(([label, id], index) => ({ index, label, id, from: [], onto: [] }));
  const links = data.links.map(([sources, target, onLink], index) => (
    { index, sources, target, onLink: Boolean(onLink), onto: [] }
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

// What is in sight: statements, and the links whose two ends are; a stub stands for a source that is not.
// A link comes after the one it is on.
function inSight(graph, folded, stubbed = new Map()) {
  const statements = reach(graph.under, graph.roots, (index) => !folded.has(index));
  const links = new Set();
  for (const link of graph.links) {
    const end = link.onLink ? links.has(link.target) : statements.has(link.target);
    const here = (source) => statements.has(source) || stubbed.get(link.index)?.has(source);
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
