// The texts that are open: as they are written, as they were saved, and as the server knows them.
const plainly = text => (text ?? "").replaceAll("\r\n", "\n");

// `told` is called when there may be more or less to save; `put(uri, text)` where a text became another one
// without being typed.
export function openTexts(home, { said, told, put }) {
  const { server } = home, all = new Map();
  // A text with the line ends that it had where it came from.
  const written = ({ text, crlf }) => crlf ? text.replaceAll("\n", "\r\n") : text;
  const waiting = () => [...all].filter(([, one]) => one.text !== one.saved && !one.error);

  async function load(uri) {
    if (all.has(uri)) return all.get(uri);
    const { text, error } = await home.load(uri);
    if (error) said(error);
    const plain = plainly(text);
    const made = { text: plain, saved: home.unsaved?.(uri) ? null : plain, crlf: (text ?? "").includes("\r\n"), version: 1, found: [], error };
    all.set(uri, made);
    server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "argmap", version: 1, text: plain } });
    return made;
  }
  function becomes(uri, text) {
    const one = all.get(uri);
    one.text = text;
    one.version += 1;
    server.notify("textDocument/didChange", { textDocument: { uri, version: one.version }, contentChanges: [{ text }] });
  }
  function changed(uri, text) {
    const one = all.get(uri);
    if (one.text === text) return;
    one.typed = performance.now();
    becomes(uri, text);
    home.typed?.(uri, written(one));
    told();
  }
  // A text was written in another page that keeps it where this one does.
  function given(uri, words, unsaved) {
    const one = all.get(uri), text = plainly(words);
    if (!one) return;
    one.saved = unsaved ? null : text;
    one.crlf = words.includes("\r\n");
    if (one.text !== text) {
      becomes(uri, text);
      put(uri, text);
    }
    told();
  }
  async function save() {
    for (const [uri, one] of waiting()) {
      const { text } = one;
      const { saved, error } = await home.save(uri, written(one));
      if (saved) one.saved = text;
      if (saved || error) said(saved ? `Saved ${saved}` : error);
    }
    told();
  }
  // Texts are others now on the disk: those without changes here are read again.
  async function outside(uris) {
    for (const uri of uris) {
      const one = all.get(uri);
      if (!one || one.text !== one.saved) continue;
      const { text, error } = await home.load(uri), plain = plainly(text);
      if (error || plain === one.text || one.text !== one.saved) continue; // it was typed in meanwhile
      one.crlf = text.includes("\r\n");
      one.saved = plain;
      put(uri, plain);
      changed(uri, plain);
    }
  }
  function forget(uri) {
    if (all.delete(uri)) server.notify("textDocument/didClose", { textDocument: { uri } });
  }
  return { of: uri => all.get(uri), written: uri => all.has(uri) ? written(all.get(uri)) : "", load, changed, given, save, waiting, outside, forget };
}
