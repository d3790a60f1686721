// The live page of `argmap serve`: the maps lie in a folder of this machine.
import { live } from "./live.js";
import { overSocket, talk } from "./talk.js";

const place = JSON.parse(document.getElementById("place").textContent);
const known = { "x-argmap-token": place.token };
const { editor } = await import(place.editor ? "/site/editor.js" : "./plain.js");
const link = await overSocket(`ws://${location.host}/talk?token=${encodeURIComponent(place.token)}`).catch(why => {
  document.getElementById("status").textContent = why.message;
  throw why;
});

await live({
  server: talk(link), editor, root: place.folder, maps: place.maps, patterns: place.patterns, nonce: place.nonce,
  ended: "argmap serve has ended: what you type is no longer checked or saved",
  async load(uri) {
    const answer = await fetch(`/map?uri=${encodeURIComponent(uri)}`, { headers: known }).catch(() => null);
    return answer ? answer.json() : { error: "argmap serve has ended: no file can be read" };
  },
  async save(uri, text, last) {
    const answer = await fetch("/save", { method: "POST", headers: { "content-type": "application/json", ...known }, body: JSON.stringify({ uri, text, known: last }) }).catch(() => null);
    return answer ? answer.json() : { error: "argmap serve has ended: nothing was saved" };
  },
});
