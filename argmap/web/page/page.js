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

// What is answered, or why nothing is, and what became of it.
async function asked(address, options, lost) {
  const answer = await fetch(address, options).catch(() => null);
  if (!answer) return { error: `argmap serve has ended: ${lost}` };
  return answer.json().catch(() => ({ error: `argmap serve could not answer (${answer.status}): ${lost}` }));
}

await live({
  server: talk(link), editor, root: place.folder, maps: place.maps, patterns: place.patterns, nonce: place.nonce,
  ended: "argmap serve has ended: what you type is no longer checked or saved",
  load: uri => asked(`/map?uri=${encodeURIComponent(uri)}`, { headers: known }, "no file can be read"),
  save: (uri, text, last) => asked("/save", { method: "POST", headers: { "content-type": "application/json", ...known }, body: JSON.stringify({ uri, text, known: last }) }, "nothing was saved"),
});
