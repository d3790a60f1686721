// What lies in this browser between visits: every file's text by its name, and whether it was written since it
// was saved. Each is kept by itself, so that two pages beside each other keep the work of both. A browser may
// refuse to keep anything; then it lasts as long as the page.
const FILE = "argmap file: ", FIRST = "argmap first";

function read(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}
function parsed(text) {
  try {
    const { text: words, unsaved } = JSON.parse(text);
    return typeof words === "string" ? { text: words, unsaved: Boolean(unsaved) } : null;
  } catch { return null; }
}
function names() {
  try { return Object.keys(localStorage).filter(key => key.startsWith(FILE)).map(key => key.slice(FILE.length)).sort(); } catch { return []; }
}

export function cupboard(starter) {
  const files = new Map(names().map(name => [name, parsed(read(FILE + name))]).filter(([, file]) => file));
  if (![...files.keys()].some(name => name.endsWith(".argmap"))) files.set("debate.argmap", { text: starter, unsaved: false });
  const due = new Set();
  let first = read(FIRST) ?? "", late = 0, full = false;
  function keep() {
    clearTimeout(late);
    late = 0;
    full = false;
    for (const name of due) {
      try {
        if (files.has(name)) localStorage.setItem(FILE + name, JSON.stringify(files.get(name)));
        else localStorage.removeItem(FILE + name);
        due.delete(name);
      } catch { full = true; }
    }
  }
  addEventListener("pagehide", () => { if (late) keep(); });
  function later(name) {
    due.add(name);
    clearTimeout(late);
    late = setTimeout(keep, 300);
  }
  return {
    files, later,
    get first() { return first; },
    set first(name) {
      first = name;
      try { localStorage.setItem(FIRST, name); } catch { /* refused */ }
    },
    get full() { return full; },
    // A file was written in another page; `act` is given its name. What was written here meanwhile is kept.
    elsewhere(act) {
      addEventListener("storage", ({ key, newValue }) => {
        const name = key?.startsWith(FILE) ? key.slice(FILE.length) : "", file = parsed(newValue);
        if (!name || due.has(name)) return;
        if (!file) { if (files.get(name)?.unsaved) later(name); return; }
        files.set(name, file);
        act(name);
      });
    },
  };
}
