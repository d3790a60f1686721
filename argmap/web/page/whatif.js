// What would become of the ballot if a statement were lost, conceded or answered: asked by clicking.
const DOES = { drop: "lost", concede: "conceded", answer: "answered" };

// So many letters of its font fit into a line of an element.
function letters(element) {
  const font = getComputedStyle(element), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${font.fontSize} ${font.fontFamily}`;
  return Math.floor(element.clientWidth / pen.measureText("m").width) || 76;
}

// `ask(moves)` judges the map once some moves are made; `go` goes to a statement's line.
export function whatIf({ chosen, said, list, judged }, ask, go) {
  const moves = { drop: new Set(), concede: new Set(), answer: new Set() };
  let statement = null, asked = 0;

  async function judge() {
    const own = ++asked;
    const made = await ask(Object.fromEntries(Object.entries(moves).map(([kind, names]) => [kind, [...names]])), letters(judged));
    if (own === asked) judged.textContent = made.text;
  }
  function show() {
    const items = Object.entries(moves).flatMap(([kind, names]) => [...names].map(name => {
      const item = document.createElement("li"), undo = document.createElement("button");
      undo.type = "button"; undo.textContent = `${name} ${DOES[kind]} ✕`;
      undo.setAttribute("aria-label", `${name} is ${DOES[kind]}: take that back`);
      undo.addEventListener("click", () => { moves[kind].delete(name); show(); });
      item.append(undo);
      return item;
    }));
    list.replaceChildren(...items);
    return judge();
  }
  function choose(one, byKey = false) {
    statement = one;
    chosen.hidden = !one;
    if (!one) return;
    said.textContent = `${one.label}: ${one.text.slice(0, 90)}`;
    if (byKey) chosen.querySelector("button").focus();
  }
  chosen.addEventListener("click", event => {
    const what = event.target.dataset?.do;
    if (what === "go") go(statement);
    else if (what) { moves[what].add(statement.name); show(); }
  });
  return {
    judge, choose,
    forget() { for (const some of Object.values(moves)) some.clear(); list.replaceChildren(); choose(null); },
  };
}
