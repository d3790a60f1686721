// The live page: the text on one side, what it means on the other, each a moment after the other.
// `home` is where the maps live: a server on this machine (page.js), or this browser alone (alone.js).
import { clash } from "./clash.js";
import { findings } from "./findings.js";
import { handing } from "./handing.js";
import { meaning } from "./meaning.js";
import { edited } from "./places.js";
import { tabs } from "./tabs.js";
import { openTexts } from "./texts.js";

const at = id => document.getElementById(id);
const said = words => { at("status").textContent = words; };
const named = uri => decodeURIComponent(uri.split("/").pop());

export async function live(home) {
  const { server } = home;
  let uri = "", opening = "", editor = null;
  server.request("initialize", { processId: null, rootUri: home.root, capabilities: { textDocument: { rename: { prepareSupport: true } } } });
  server.notify("initialized", {});
  server.on("close", () => said(home.ended));

  const texts = openTexts(home, { said, told: tell, put(which, text) { if (which === uri) editor.text = text; } });
  const show = findings(at("findings"), at("count"), () => editor);
  const means = meaning({ server, at, said, go, current: () => ({ ...texts.of(uri), uri }) });

  const ask = clash({ at, torn: texts.torn, settle: texts.settle, named, said });
  function tell() {
    ask();
    const unsaved = texts.waiting().length > 0;
    at("save").disabled = !unsaved;
    document.title = `${unsaved ? "* " : ""}${at("maps").selectedOptions[0]?.textContent ?? "argmap"}`;
  }
  async function open(wanted) {
    opening = wanted;
    const { text, found } = await texts.load(wanted);
    if (opening !== wanted) return; // another one was chosen meanwhile
    uri = wanted;
    home.opened?.(uri);
    means.forget();
    at("maps").value = uri;
    means.refresh(); // it is drawn while the editor is made
    editor = home.editor(at("editor"), { text, changed: words => texts.changed(wanted, words), server, uri: wanted, said, go, change, patterns: home.patterns, nonce: home.nonce });
    show(found);
    tell();
  }
  async function go(wanted, range) {
    if (wanted !== uri) {
      if (![...at("maps").options].some(each => each.value === wanted)) return said(`It stands in ${named(wanted)}`);
      await open(wanted);
    }
    editor.go(range);
  }
  // Edits of several files, all of them or none: a name that stands in more than one.
  async function change(changes) {
    const others = Object.keys(changes).filter(each => each !== uri);
    const there = await Promise.all(others.map(texts.load));
    const lost = others.filter((_, number) => there[number].error);
    if (lost.length) return said(`Nothing was changed: ${named(lost[0])} cannot be changed from here`);
    others.forEach((each, number) => texts.changed(each, edited(there[number].text, changes[each])));
    if (changes[uri]) editor.apply(changes[uri]);
    if (others.length) said(`Changed here and in ${others.map(named).join(", ")}: Save writes them all`);
    tell();
  }
  async function tidy() {
    const edits = await server.request("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } });
    if (edits) editor.apply(edits);
    said(edits ? (edits.length ? "Tidied" : "It is tidy already") : "A text with errors is left as it is");
  }
  server.on("textDocument/publishDiagnostics", ({ uri: which, version, diagnostics }) => {
    const one = texts.of(which);
    if (!one || (version != null && version !== one.version)) return;
    one.found = diagnostics;
    if (which !== uri) return;
    show(one.found);
    if (one.typed) document.body.dataset.checked = `${one.version} ${Math.round(performance.now() - one.typed)}`;
    means.soon();
  });
  server.on("argmap/changed", ({ uris }) => texts.outside(uris).then(() => means.refresh()));

  // Buttons and keys.
  tabs(["picture", "sources"], at, name => { at("look").hidden = name !== "picture"; if (name === "sources") means.refresh(); });
  at("save").addEventListener("click", texts.save);
  at("tidy").addEventListener("click", () => tidy().catch(why => said(why.message)));
  at("maps").addEventListener("change", () => open(at("maps").value));
  handing({ forms: at("forms"), paper: at("paper"), write: at("write"), print: at("print"), at: at("printing") },
    server, means.ask, () => named(uri).replace(/\.argmap$/, ""), said);
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); texts.save(); }
  });
  addEventListener("beforeunload", event => { if (!home.keeps && texts.waiting().length) event.preventDefault(); });

  const list = maps => {
    at("maps").replaceChildren(...maps.map(each => new Option(each.name, each.uri)));
    at("maps").value = uri;
  };
  list(home.maps);
  home.begin?.({ list, open, said, given: texts.given, forget: texts.forget, current: () => ({ uri, text: texts.written(uri) }) });
  if (home.maps.length) await open(home.first ?? home.maps[0].uri);
  else said("There is no map here yet: `argmap new` writes one to start from");
  document.body.dataset.ready = true;
}
