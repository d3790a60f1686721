// The live page: the text on one side, what it means on the other, each a moment after the other.
// `home` is where the maps live: a server on this machine (page.js), or this browser alone (alone.js).
import { findings } from "./findings.js";
import { handing } from "./handing.js";
import { picture } from "./picture.js";
import { edited } from "./places.js";
import { tabs } from "./tabs.js";
import { whatIf } from "./whatif.js";

const at = id => document.getElementById(id);
const LONGEST_WAIT = 100;
const said = words => { at("status").textContent = words; };

export async function live(home) {
  const { server } = home, texts = new Map();
  let uri = "", editor = null, draws = 0;
  const own = () => texts.get(uri);

  server.request("initialize", { processId: null, rootUri: home.root, capabilities: { textDocument: { rename: { prepareSupport: true } } } });
  server.notify("initialized", {});
  server.on("close", () => said(home.ended));

  // Texts.
  async function load(wanted) {
    if (texts.has(wanted)) return texts.get(wanted);
    const { text, error } = await home.load(wanted);
    if (error) said(error);
    const plain = (text ?? "").replaceAll("\r\n", "\n");
    const made = { text: plain, saved: home.unsaved?.(wanted) ? null : plain, crlf: (text ?? "").includes("\r\n"), version: 1, found: [], error };
    texts.set(wanted, made);
    server.notify("textDocument/didOpen", { textDocument: { uri: wanted, languageId: "argmap", version: 1, text: plain } });
    return made;
  }
  async function open(wanted) {
    uri = wanted;
    what.forget();
    const { text, found } = await load(wanted);
    at("maps").value = uri;
    editor = home.editor(at("editor"), { text, changed: words => changed(uri, words), server, uri: wanted, said, go, change, patterns: home.patterns, nonce: home.nonce });
    show(found);
    tell();
    refresh();
  }
  async function go(wanted, range) {
    if (wanted !== uri) {
      if (![...at("maps").options].some(each => each.value === wanted)) return said(`It stands in ${named(wanted)}`);
      await open(wanted);
    }
    editor.go(range);
  }
  const named = wanted => decodeURIComponent(wanted.split("/").pop());
  // Edits of several files, all of them or none: a name that stands in more than one.
  async function change(changes) {
    const others = Object.keys(changes).filter(each => each !== uri);
    const there = await Promise.all(others.map(load));
    const lost = others.filter((_, number) => there[number].error);
    if (lost.length) return said(`Nothing was changed: ${named(lost[0])} cannot be changed from here`);
    others.forEach(each => changed(each, edited(texts.get(each).text, changes[each])));
    if (changes[uri]) editor.apply(changes[uri]);
    if (others.length) said(`Changed here and in ${others.map(named).join(", ")}: Save writes them all`);
    tell();
  }
  function changed(which, text) {
    const one = texts.get(which);
    if (one.text === text) return;
    one.typed = performance.now();
    becomes(which, text);
    home.typed?.(which, text);
    tell();
  }
  function becomes(which, text) {
    const one = texts.get(which);
    one.text = text;
    one.version += 1;
    server.notify("textDocument/didChange", { textDocument: { uri: which, version: one.version }, contentChanges: [{ text }] });
  }
  // A text was written in another page that keeps it where this one does.
  function given(which, words, unsaved) {
    const one = texts.get(which), text = words.replaceAll("\r\n", "\n");
    if (!one) return;
    one.saved = unsaved ? null : text;
    if (one.text !== text) {
      becomes(which, text);
      if (which === uri) editor.text = text;
    }
    tell();
  }
  const waiting = () => [...texts].filter(([, one]) => one.text !== one.saved && !one.error);
  function tell() {
    at("save").disabled = !waiting().length;
    document.title = `${waiting().length ? "* " : ""}${at("maps").selectedOptions[0]?.textContent ?? "argmap"}`;
  }
  async function save() {
    for (const [which, one] of waiting()) {
      const { text } = one;
      const { saved, error } = await home.save(which, one.crlf ? text.replaceAll("\n", "\r\n") : text);
      if (saved) one.saved = text;
      if (saved || error) said(saved ? `Saved ${saved}` : error);
    }
    tell();
  }
  async function tidy() {
    const edits = await server.request("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } });
    if (edits) editor.apply(edits);
    said(edits ? (edits.length ? "Tidied" : "It is tidy already") : "A text with errors is left as it is");
  }

  // What is found.
  const show = findings(at("findings"), at("count"), () => editor);
  server.on("textDocument/publishDiagnostics", params => {
    const one = texts.get(params.uri);
    if (!one || (params.version != null && params.version !== one.version)) return;
    one.found = params.diagnostics;
    if (params.uri !== uri) return;
    show(one.found);
    if (one.typed) document.body.dataset.checked = `${one.version} ${Math.round(performance.now() - one.typed)}`;
    soon();
  });

  // What it means.
  const what = whatIf({ chosen: at("chosen"), said: at("said"), list: at("moves"), judged: at("judged") },
    (moves, width) => server.request("argmap/judge", { uri, ...moves, width }), statement => go(statement.uri, statement.range));
  const canvas = picture(at("drawing"), what.choose);
  const ask = (form, look) => server.request("argmap/picture", { uri, form, look });
  // What is found comes first: while somebody types, a picture that takes its time waits for a pause.
  let busy = false, again = false, late = 0, took = 0;
  function soon() {
    clearTimeout(late);
    late = setTimeout(refresh, Math.min(took, LONGEST_WAIT));
  }
  async function refresh() {
    clearTimeout(late);
    if (busy) { again = true; return; }
    busy = true;
    do {
      again = false;
      for (const show of [draw, what.judge, ...(at("sources").hidden ? [] : [cite])]) await show().catch(why => said(why.message));
    } while (again);
    busy = false;
  }
  async function draw() {
    const layout = at("layout").value, verdicts = at("verdicts").checked, { typed, version } = own(), start = performance.now();
    const made = await ask("svg", layout === "flow" ? { layout, verdicts } : { layout, verdicts, orientation: at("orientation").value });
    canvas.show(made.files[0], made.statements, made.title);
    took = performance.now() - start;
    if (typed) document.body.dataset.drawn = `${version} ${Math.round(performance.now() - typed)}`;
    document.body.dataset.pictures = ++draws;
  }
  async function cite() {
    const rows = await server.request("argmap/sources", { uri });
    const table = document.createElement("table"), head = table.createTHead().insertRow(), body = table.createTBody();
    for (const words of ["Source", "Cited", "Quotations", "Paragraphs"]) {
      const cell = document.createElement("th");
      cell.scope = "col"; cell.textContent = words; head.append(cell);
    }
    for (const row of rows) {
      const line = body.insertRow();
      const checked = [[row.verified, "verified"], [row.failed, "not found"], [row.unchecked, "not checked"]].filter(([n]) => n);
      for (const words of [`${row.id}: ${row.citation}`, row.cited, checked.map(([n, w]) => `${n} ${w}`).join(", "), row.paragraphs ?? "no text"]) line.insertCell().textContent = words;
    }
    at("sources").replaceChildren(rows.length ? table : "This map cites nothing yet.");
  }

  // Buttons, keys, and what happens outside.
  tabs(["picture", "sources"], at, name => { at("look").hidden = name !== "picture"; if (name === "sources") refresh(); });
  for (const each of ["layout", "verdicts", "orientation"]) at(each).addEventListener("change", refresh);
  at("layout").addEventListener("change", () => { at("orientation").disabled = at("layout").value === "flow"; });
  at("size").addEventListener("change", () => { at("drawing").dataset.size = at("size").value; });
  at("drawing").dataset.size = "fit";
  at("save").addEventListener("click", save);
  at("tidy").addEventListener("click", () => tidy().catch(why => said(why.message)));
  at("maps").addEventListener("change", () => open(at("maps").value));
  handing({ forms: at("forms"), paper: at("paper"), write: at("write"), print: at("print"), at: at("printing") },
    server, ask, () => named(uri).replace(/\.argmap$/, ""), said);
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); }
  });
  addEventListener("beforeunload", event => { if (!home.keeps && waiting().length) event.preventDefault(); });
  // Texts are others now on the disk: those without changes here are read again.
  async function outside(uris) {
    for (const each of uris) {
      const one = texts.get(each);
      if (!one || one.text !== one.saved) continue;
      const { text, error } = await home.load(each), plain = (text ?? "").replaceAll("\r\n", "\n");
      if (error || plain === one.text) continue;
      one.saved = plain;
      if (each === uri) editor.text = plain;
      changed(each, plain);
    }
    refresh();
  }
  server.on("argmap/changed", ({ uris }) => outside(uris));
  const list = maps => {
    at("maps").replaceChildren(...maps.map(each => new Option(each.name, each.uri)));
    at("maps").value = uri;
  };
  list(home.maps);
  home.begin?.({ list, open, given, said, forget: which => texts.delete(which), current: () => ({ uri, text: own()?.text }) });
  if (home.maps.length) await open(home.first ?? home.maps[0].uri);
  else said("There is no map here yet: `argmap new` writes one to start from");
  document.body.dataset.ready = true;
}
