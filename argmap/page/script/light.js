// Lighting: a statement's way up to its main claim, what it bears on and what bears on it stay bright.

function litBy(graph, index) {
  const statements = new Set([index]);
  const links = new Set();
  const take = (link) => {
    links.add(link.index);
    link.sources.forEach((source) => statements.add(source));
    if (link.onLink) take(graph.links[link.target]);
    else statements.add(link.target);
  };
  const { from, onto } = graph.statements[index];
  for (const link of [...from, ...onto]) {
    take(link);
    link.onto.forEach(take);
  }
  for (let here = index; graph.over[here].length;) {
    const [above] = graph.over[here];
    graph.statements[here].from.filter((link) => placeOf(graph, link) === above).forEach(take);
    here = above;
  }
  return { statements, links };
}

// Lights what belongs to a statement (null: nothing) and dims the rest.
function light(scene, graph, index) {
  if (scene.light === index) return;
  scene.light = index;
  for (const element of scene.lit) element.classList.remove("lit");
  scene.lit = [];
  scene.svg.classList.toggle("tracing", index !== null);
  if (index === null) return;
  const { statements, links } = litBy(graph, index);
  const lit = (element) => {
    element?.classList.add("lit");
    if (element) scene.lit.push(element);
  };
  statements.forEach((each) => lit(scene.boxes[each].element));
  links.forEach((each) => lit(scene.ties[each]));
  const bright = scene.areas.filter((area) => insideOf(area, graph).some((each) => statements.has(each)));
  bright.forEach(({ element }) => lit(element));
  for (const title of scene.titles) if (bright.includes(areaOf(scene, title))) lit(title);
  for (const trunk of scene.trunks) if (trunk.links.some((link) => links.has(link))) lit(trunk.element);
  for (const circle of scene.circles) if (links.has(numberOf(circle.dataset.on))) lit(circle);
  for (const stub of scene.stubs) if (stubInSight(stub, { statements, links })) lit(stub.element.parentElement);
}
