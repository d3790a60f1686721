// The live page: the text on one side, what it means on the other, each a moment after the other.
import { talk } from "/talk.js";
import { picture } from "/picture.js";

const place = JSON.parse(document.getElementById("place").textContent);
const at = id => document.getElementById(id);
const SEVERITY = ["", "error", "warning", "info"];
const texts = new Map();
const moves = { drop: new Set(), concede: new Set(), answer: new Set() };
let uri = "", chosen = null, draws = 0;

const said = words => { at("status").textContent = words; };
const server = await talk(`ws://${location.host}/talk?token=${encodeURIComponent(place.token)}`).catch(why => { said(why.message); throw why; });
await server.request("initialize", {
  processId: null, rootUri: place.folder,
  capabilities: { textDocument: { rename: { prepareSupport: true } } },
});
server.notify("initialized", {});
server.on("close", () => said("argmap serve has ended: what you type is no longer checked or saved"));

const { editor: make } = await import(place.editor ? "/site/editor.js" : "/plain.js");
let editor = null;

// Texts.
async function load(wanted) {
  const answer = await fetch(`/map?uri=${encodeURIComponent(wanted)}`, { headers: { "x-argmap-token": place.token } });
  const { text, error } = await answer.json();
  if (error) said(error);
  const plain = (text ?? "").replaceAll("\r\n", "\n");
  return { plain, crlf: (text ?? "").includes("\r\n") };
}
async function open(wanted) {
  uri = wanted;
  for (const some of Object.values(moves)) some.clear();
  choose(null);
  if (!texts.has(uri)) {
    const { plain, crlf } = await load(uri);
    texts.set(uri, { text: plain, saved: plain, crlf, version: 1, found: [] });
    server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "argmap", version: 1, text: plain } });
  }
  editor = make(at("editor"), { text: texts.get(uri).text, changed, server, uri, patterns: place.patterns, nonce: place.nonce, said });
  show(texts.get(uri).found);
  tell();
}
function changed(text) {
  const own = texts.get(uri);
  if (own.text === text) return;
  own.text = text;
  own.version += 1;
  own.typed = performance.now();
  server.notify("textDocument/didChange", { textDocument: { uri, version: own.version }, contentChanges: [{ text }] });
  tell();
}
function tell() {
  const { text, saved } = texts.get(uri);
  at("save").disabled = text === saved;
  document.title = `${text === saved ? "" : "* "}${at("maps").selectedOptions[0]?.textContent ?? "argmap"}`;
}
async function save() {
  const own = texts.get(uri), { text } = own;
  const answer = await fetch("/save", {
    method: "POST", headers: { "content-type": "application/json", "x-argmap-token": place.token },
    body: JSON.stringify({ uri, text: own.crlf ? text.replaceAll("\n", "\r\n") : text }),
  }).catch(() => null);
  const { saved, error } = answer ? await answer.json() : { error: "argmap serve has ended: nothing was saved" };
  if (saved) own.saved = text;
  said(saved ? `Saved ${saved}` : error);
  tell();
}
async function tidy() {
  const edits = await server.request("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } });
  if (edits) editor.apply(edits);
  said(edits ? (edits.length ? "Tidied" : "It is tidy already") : "A text with errors is left as it is");
}

// What is found.
server.on("textDocument/publishDiagnostics", params => {
  const own = texts.get(params.uri);
  if (!own || (params.version != null && params.version !== own.version)) return;
  own.found = params.diagnostics;
  if (params.uri === uri) show(own.found);
});
function show(found) {
  const items = found.map(each => {
    const item = document.createElement("li"), go = document.createElement("button"), kind = document.createElement("b");
    item.className = SEVERITY[each.severity];
    go.type = "button"; go.className = "go";
    kind.textContent = `${SEVERITY[each.severity]} in line ${each.range.start.line + 1}: `;
    go.append(kind, each.message);
    go.addEventListener("click", () => editor.go(each.range));
    item.append(go);
    if (each.data?.edits) {
      const fix = document.createElement("button");
      fix.type = "button"; fix.textContent = "Fix"; fix.title = each.data.title;
      fix.setAttribute("aria-label", `Fix: ${each.data.title}`);
      fix.addEventListener("click", () => { editor.apply(each.data.edits); });
      item.append(fix);
    }
    return item;
  });
  at("findings").replaceChildren(...items);
  at("count").textContent = found.length ? `${found.length} ${found.length === 1 ? "finding" : "findings"}` : "Nothing to find fault with";
  editor?.found(found);
  const own = texts.get(uri);
  if (own?.typed) document.body.dataset.checked = Math.round(performance.now() - own.typed);
  refresh();
}

// What it means.
const canvas = picture(at("picture"), choose);
let busy = false, again = false;
async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  do {
    again = false;
    await Promise.all([draw(), judge(), cite()].map(each => each.catch(why => said(why.message))));
  } while (again);
  busy = false;
}
async function draw() {
  const layout = at("layout").value, verdicts = at("verdicts").checked;
  const look = layout === "flow" ? { layout, verdicts } : { layout, verdicts, orientation: at("orientation").value };
  const made = await server.request("argmap/picture", { uri, look });
  canvas.show(made.files[0], made.statements, made.title);
  const own = texts.get(uri);
  if (own.typed) document.body.dataset.drawn = Math.round(performance.now() - own.typed);
  document.body.dataset.pictures = ++draws;
}
async function judge() {
  const asked = Object.fromEntries(Object.entries(moves).map(([kind, names]) => [kind, [...names]]));
  const made = await server.request("argmap/judge", { uri, ...asked });
  at("judged").textContent = made.text;
}
async function cite() {
  const rows = await server.request("argmap/sources", { uri });
  const table = document.createElement("table"), head = table.createTHead().insertRow();
  for (const words of ["Source", "Cited", "Quotations", "Paragraphs"]) {
    const cell = document.createElement("th");
    cell.scope = "col"; cell.textContent = words; head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    const checked = [[row.verified, "verified"], [row.failed, "not found"], [row.unchecked, "not checked"]].filter(([n]) => n);
    for (const words of [`${row.id}: ${row.citation}`, row.cited, checked.map(([n, w]) => `${n} ${w}`).join(", "), row.paragraphs ?? "no text"]) line.insertCell().textContent = words;
  }
  at("sources").replaceChildren(rows.length ? table : "This map cites nothing yet.");
}
function choose(statement, byKey = false) {
  chosen = statement;
  at("chosen").hidden = !statement;
  if (!statement) return;
  at("said").textContent = `${statement.label}: ${statement.text.slice(0, 90)}`;
  if (byKey) at("chosen").querySelector("button").focus();
}
const DOES = { drop: "dropped", concede: "conceded", answer: "answered" };
function whatIf(kind) {
  moves[kind].add(chosen.name);
  listMoves();
  pick("ballot");
}
function listMoves() {
  const items = Object.entries(moves).flatMap(([kind, names]) => [...names].map(name => {
    const item = document.createElement("li"), undo = document.createElement("button");
    undo.type = "button"; undo.textContent = `${name} ${DOES[kind]} ✕`;
    undo.setAttribute("aria-label", `${name} is ${DOES[kind]}: take that back`);
    undo.addEventListener("click", () => { moves[kind].delete(name); listMoves(); });
    item.append(undo);
    return item;
  }));
  at("moves").replaceChildren(...items);
  judge().catch(why => said(why.message));
}

// Tabs, keys, and what happens outside.
const TABS = ["picture", "ballot", "sources"];
function pick(name) {
  for (const each of TABS) {
    at(each).hidden = each !== name;
    at(`tab-${each}`).setAttribute("aria-selected", String(each === name));
    at(`tab-${each}`).tabIndex = each === name ? 0 : -1;
  }
  at("look").hidden = name !== "picture";
}
TABS.forEach((name, number) => {
  at(`tab-${name}`).addEventListener("click", () => pick(name));
  at(`tab-${name}`).addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(number + step + TABS.length) % TABS.length];
    pick(next);
    at(`tab-${next}`).focus();
  });
});
at("chosen").addEventListener("click", event => {
  const what = event.target.dataset?.do;
  if (what === "go") {
    if (chosen.uri !== uri && [...at("maps").options].some(each => each.value === chosen.uri)) {
      at("maps").value = chosen.uri;
      open(chosen.uri).then(() => editor.go(chosen?.range ?? event.range));
    } else editor.go(chosen.range);
  } else if (what) whatIf(what);
});
for (const each of ["layout", "verdicts"]) at(each).addEventListener("change", () => refresh());
at("layout").addEventListener("change", () => { at("orientation").disabled = at("layout").value === "flow"; });
at("orientation").addEventListener("change", () => refresh());
at("size").addEventListener("change", () => { at("picture").dataset.size = at("size").value; });
at("picture").dataset.size = "fit";
at("save").addEventListener("click", save);
at("tidy").addEventListener("click", () => tidy().catch(why => said(why.message)));
at("maps").addEventListener("change", () => open(at("maps").value));
addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); }
});
addEventListener("beforeunload", event => {
  if ([...texts.values()].some(own => own.text !== own.saved)) event.preventDefault();
});
server.on("argmap/changed", async ({ uris }) => {
  for (const each of uris) {
    const own = texts.get(each);
    if (!own || own.text !== own.saved) continue;
    const { plain } = await load(each);
    if (plain === own.text) continue;
    own.saved = plain;
    if (each === uri) { editor.text = plain; changed(plain); } else { texts.delete(each); server.notify("textDocument/didClose", { textDocument: { uri: each } }); }
    tell();
  }
  refresh();
});

at("maps").append(...place.maps.map(({ uri, name }) => new Option(name, uri)));
if (place.maps.length) await open(place.maps[0].uri);
else said("There is no map here yet: `argmap new` writes one to start from");
document.body.dataset.ready = true;
