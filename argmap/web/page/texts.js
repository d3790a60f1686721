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
    const { text, error, known } = await home.load(uri);
    if (error) said(error);
    const plain = plainly(text);
    const made = { text: plain, saved: home.unsaved?.(uri) ? null : plain, known, crlf: (text ?? "").includes("\r\n"), version: 1, found: null, error };
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
  // Saves follow each other: each tells the next one what the file is known by then.
  let last = Promise.resolve();
  const save = () => last = last.then(saveAll, saveAll);
  async function write(uri, one) {
    const { text } = one;
    one.saving = text;
    const answer = await home.save(uri, written(one), one.known).catch(why => ({ error: `Not saved: ${why.message}` }));
    one.saving = null;
    if (answer.saved) { one.saved = text; one.known = answer.known; }
    if (!answer.there) return answer;
    met(uri, answer.there);
    return one.theirs || one.text === one.saved ? answer : write(uri, one); // only the line ends were others
  }
  async function saveAll() {
    for (const [uri, one] of waiting()) {
      const { saved, error } = one.theirs ? { error: "Not saved yet: choose first which version to keep" } : await write(uri, one);
      if (saved || error) said(saved ? `Saved ${saved}` : error);
    }
    told();
  }
  function becomesTheirs(uri, { text, known }) {
    const one = all.get(uri), plain = plainly(text);
    Object.assign(one, { saved: plain, known, crlf: text.includes("\r\n"), theirs: null, error: "" });
    put(uri, plain);
    changed(uri, plain);
  }
  // A file of the disk was read again. Where there is something here that is not saved, and something else there
  // than what it was written into, there are two versions: somebody has to choose.
  function met(uri, there) {
    const one = all.get(uri), plain = plainly(there.text);
    if (plain === one.saving) return;
    if (one.text === one.saved && plain !== one.saved) becomesTheirs(uri, there);
    else if (plain === one.saved || plain === one.text) Object.assign(one, { saved: plain, known: there.known, crlf: there.text.includes("\r\n"), theirs: null });
    else one.theirs = there;
  }
  // Texts are others now on the disk.
  async function outside(uris) {
    for (const uri of uris) await again(uri);
    told();
  }
  async function again(uri) {
    const one = all.get(uri);
    if (!one) return;
    const before = one.known, there = await home.load(uri);
    if (there.error || all.get(uri) !== one) return;
    if (one.known !== before) await again(uri); // it was saved meanwhile
    else met(uri, there);
  }
  // Of two versions one is taken, and the other one is given: neither is lost. Null where mine could not be saved,
  // which is asked again then, or where one was taken already.
  async function settle(uri, mine) {
    const one = all.get(uri), theirs = one?.theirs;
    if (!theirs) return null;
    const { saved } = one, own = written(one);
    Object.assign(one, { theirs: null, known: theirs.known });
    if (!mine) becomesTheirs(uri, theirs);
    else {
      one.saved = null; // it is written even where it is what once lay on the disk
      await save();
      if (one.saved === null) {
        one.saved = saved;
        one.theirs ??= theirs;
        told();
        return null;
      }
    }
    told();
    return mine ? theirs.text : own;
  }
  function forget(uri) {
    if (all.delete(uri)) server.notify("textDocument/didClose", { textDocument: { uri } });
  }
  return { of: uri => all.get(uri), written: uri => all.has(uri) ? written(all.get(uri)) : "", load, changed, given, save, waiting, outside, forget, settle, torn: () => [...all].find(([, one]) => one.theirs)?.[0] };
}
