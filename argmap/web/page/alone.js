// The live page with nothing behind it: argmap itself runs in a worker of this page, the maps lie in this
// browser until they are saved as files, and nothing is sent anywhere.
import { offer } from "./handing.js";
import { cupboard } from "./kept.js";
import { live } from "./live.js";
import { talk } from "./talk.js";

const HOME = "file:///maps";
const uriOf = name => `${HOME}/${name.split("/").map(encodeURIComponent).join("/")}`;
const nameOf = uri => decodeURIComponent(uri.slice(HOME.length + 1));
const TYPES = [{ description: "Maps and the texts of their sources", accept: { "text/plain": [".argmap", ".txt", ".md"] } }];

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
// When a file was last written; 0 where it is gone.
const written = handle => handle.getFile().then(file => file.lastModified, () => 0);
async function saveTo(handles, name, text) {
  if (window.showSaveFilePicker) {
    const { handle, when } = handles.get(name) ?? { handle: await showSaveFilePicker({ suggestedName: name.split("/").pop(), types: TYPES }) };
    const now = when && await written(handle);
    if (now && now !== when && !confirm(`${handle.name} was changed on the disk since it was opened. Write over it?`)) return "";
    const out = await handle.createWritable();
    await out.write(text);
    await out.close();
    handles.set(name, { handle, when: await written(handle) });
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
    kept.later(name);
  }
  async function take(picked) {
    const taken = [];
    for (const { file, handle } of picked) {
      const text = await file.text(), here = files.get(file.name);
      if (here?.unsaved && here.text !== text && !confirm(`${file.name} was written in here and is not saved. Take the file of the disk instead?`)) continue;
      put(file.name, text, false);
      if (handle) handles.set(file.name, { handle, when: file.lastModified });
      else handles.delete(file.name);
      page.forget(uriOf(file.name));
      taken.push(file.name);
    }
    const name = taken.find(each => each.endsWith(".argmap"));
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
    kept.later(name);
    page.list(maps());
    await page.open(maps()[0].uri);
  }
  const shared = () => { const { uri, text } = page.current(); return { files: [new File([text], nameOf(uri), { type: "text/plain" })] }; };

  return live({
    server: talk(engine.link), editor, root: HOME, maps: maps(), first: files.has(kept.first) ? uriOf(kept.first) : undefined,
    patterns: place.patterns, nonce: place.nonce, keeps: true, ended: "",
    load: async uri => {
      const name = nameOf(uri), found = files.get(name);
      return found ? { text: found.text } : { error: `${name} is not among the files here: open it too` };
    },
    opened: uri => { kept.first = nameOf(uri); },
    unsaved: uri => files.get(nameOf(uri))?.unsaved,
    typed(uri, text) {
      files.set(nameOf(uri), { text, unsaved: true });
      kept.later(nameOf(uri));
      if (kept.full) page.said("This browser keeps no more: save the map as a file");
    },
    async save(uri, text) {
      const name = nameOf(uri);
      try {
        const saved = await saveTo(handles, name, text);
        if (!saved) return { error: "Not saved" };
        // What was typed while it was written is not saved yet.
        if (files.get(name)?.text.replaceAll("\r\n", "\n") === text.replaceAll("\r\n", "\n")) {
          files.set(name, { text, unsaved: false });
          kept.later(name);
        }
        return { saved };
      } catch (why) { return { error: why.name === "AbortError" ? "Not saved" : `${name} could not be saved: ${why.message}` }; }
    },
    begin(given) {
      page = given;
      kept.elsewhere(name => {
        const { text, unsaved } = files.get(name);
        engine.put(name, text);
        page.list(maps());
        page.given(uriOf(name), text, unsaved);
      });
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
