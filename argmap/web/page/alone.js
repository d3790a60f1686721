// The live page with nothing behind it: argmap itself runs in a worker of this page, the maps lie in this
// browser until they are saved as files, and nothing is sent anywhere.
import { offer } from "./handing.js";
import { live } from "./live.js";
import { talk } from "./talk.js";

const HOME = "file:///maps", KEPT = "argmap maps";
const uriOf = name => `${HOME}/${name.split("/").map(encodeURIComponent).join("/")}`;
const nameOf = uri => decodeURIComponent(uri.slice(HOME.length + 1));
const TYPES = [{ description: "Maps and the texts of their sources", accept: { "text/plain": [".argmap", ".txt", ".md"] } }];

// What lies in this browser between visits: every file's text by its name, and which was written since it
// was saved. A browser may refuse to keep anything; then it lasts as long as the page.
function cupboard(starter) {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(KEPT)); } catch { /* refused, or not ours */ }
  const files = new Map(Object.entries(kept?.files ?? { "debate.argmap": { text: starter, unsaved: false } }));
  let first = kept?.first ?? [...files.keys()][0], late = 0, full = false;
  function keep() {
    clearTimeout(late);
    late = 0;
    try { localStorage.setItem(KEPT, JSON.stringify({ first, files: Object.fromEntries(files) })); full = false; } catch { full = true; }
  }
  addEventListener("pagehide", () => { if (late) keep(); });
  return {
    files, get first() { return first; }, set first(name) { first = name; },
    get full() { return full; },
    later() { clearTimeout(late); late = setTimeout(keep, 300); },
  };
}

function begun(worker, start) {
  const link = { send: text => worker.postMessage(text) };
  const asked = new Map();
  let count = 0, failed = () => {};
  worker.onmessage = ({ data }) => {
    if (typeof data === "string") link.hear(data);
    else if (data.ready) document.body.dataset.began = Math.round(performance.now());
    else if (data.fault) failed(data.fault);
    else { asked.get(data.ran)?.(data); asked.delete(data.ran); }
  };
  worker.onerror = event => failed(event.message);
  worker.postMessage({ start });
  return {
    link,
    put: (name, text) => worker.postMessage({ put: [name, text] }),
    drop: name => worker.postMessage({ drop: name }),
    run: (args, given = "") => new Promise(done => { asked.set(++count, done); worker.postMessage({ run: count, args, given }); }),
    set failed(act) { failed = act; },
  };
}

function button(words, act, label = words) {
  const made = document.createElement("button");
  made.type = "button"; made.textContent = words;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

// Files of the user's disk, by a picker where the browser has one that can write to them later.
async function pickFiles() {
  if (window.showOpenFilePicker) {
    const handles = await showOpenFilePicker({ multiple: true, types: TYPES }).catch(() => []);
    return Promise.all(handles.map(async handle => ({ handle, file: await handle.getFile() })));
  }
  const input = document.createElement("input");
  input.type = "file"; input.multiple = true; input.accept = ".argmap,.txt,.md";
  return new Promise(done => {
    input.addEventListener("change", () => done([...input.files].map(file => ({ file }))));
    input.addEventListener("cancel", () => done([]));
    input.click();
  });
}
async function saveTo(handles, name, text) {
  if (window.showSaveFilePicker) {
    const handle = handles.get(name) ?? await showSaveFilePicker({ suggestedName: name.split("/").pop(), types: TYPES });
    const out = await handle.createWritable();
    await out.write(text);
    await out.close();
    handles.set(name, handle);
    return handle.name;
  }
  offer(name.split("/").pop(), [text], "text/plain");
  return `${name} among the downloads`;
}

export function alone({ editor, place, worker, start }) {
  const kept = cupboard(place.starter), { files } = kept, handles = new Map();
  const engine = begun(worker, { ...start, files: [...files].map(([name, { text }]) => [name, text]) });
  const maps = () => [...files.keys()].filter(name => name.endsWith(".argmap")).map(name => ({ name, uri: uriOf(name) }));
  let page = null;

  function put(name, text, unsaved) {
    files.set(name, { text, unsaved });
    engine.put(name, text);
    kept.later();
  }
  async function take(picked) {
    for (const { file, handle } of picked) {
      put(file.name, await file.text(), false);
      if (handle) handles.set(file.name, handle);
      page.forget(uriOf(file.name));
    }
    const name = picked.map(({ file }) => file.name).find(each => each.endsWith(".argmap"));
    page.list(maps());
    if (name) await page.open(uriOf(name));
  }
  async function fresh() {
    const asked = prompt("A name for the new map", "debate")?.trim();
    if (!asked) return;
    const name = asked.endsWith(".argmap") ? asked : `${asked}.argmap`;
    if (files.has(name)) return page.said(`There is a ${name} already`);
    const { out } = await engine.run(["new", "-"]);
    put(name, new TextDecoder().decode(out), true);
    page.list(maps());
    await page.open(uriOf(name));
  }
  async function close() {
    const { uri } = page.current(), name = nameOf(uri);
    if (files.get(name).unsaved && !confirm(`${name} is not saved as a file. Close it all the same?`)) return;
    files.delete(name);
    handles.delete(name);
    engine.drop(name);
    page.forget(uri);
    if (!maps().length) put("debate.argmap", place.starter, false);
    kept.later();
    page.list(maps());
    await page.open(maps()[0].uri);
  }
  const shared = () => { const { uri, text } = page.current(); return { files: [new File([text], nameOf(uri), { type: "text/plain" })] }; };

  return live({
    server: talk(engine.link), editor, root: HOME, maps: maps(), first: files.has(kept.first) ? uriOf(kept.first) : undefined,
    patterns: place.patterns, nonce: place.nonce, keeps: true, ended: "",
    load: async uri => {
      const name = nameOf(uri), found = files.get(name);
      if (found && name.endsWith(".argmap")) { kept.first = name; kept.later(); }
      return found ? { text: found.text } : { error: `${name} is not among the files here: open it too` };
    },
    unsaved: uri => files.get(nameOf(uri))?.unsaved,
    typed(uri, text) {
      files.set(nameOf(uri), { text, unsaved: true });
      kept.later();
      if (kept.full) page.said("This browser keeps no more: save the map as a file");
    },
    async save(uri, text) {
      const name = nameOf(uri);
      try {
        const saved = await saveTo(handles, name, text);
        files.get(name).unsaved = false;
        kept.later();
        return { saved };
      } catch (why) { return { error: why.name === "AbortError" ? "Not saved" : `${name} could not be saved: ${why.message}` }; }
    },
    begin(given) {
      page = given;
      engine.failed = words => page.said(`argmap could not be started here: ${words}`);
      const own = document.getElementById("own");
      own.append(button("New", fresh, "New map"), button("Open", async () => take(await pickFiles()), "Open files"), button("Close", close, "Close this map"));
      if (navigator.canShare?.(shared())) own.append(button("Share", () => navigator.share(shared()).catch(() => {}), "Share this map as a file"));
      addEventListener("dragover", event => event.preventDefault());
      addEventListener("drop", event => {
        event.preventDefault();
        take([...event.dataTransfer.files].map(file => ({ file })));
      });
    },
  });
}
