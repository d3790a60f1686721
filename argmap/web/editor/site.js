// The page that needs no server, with its editor: in a folder of files, or all in one file.
import { alone } from "../page/alone.js";
import { editor } from "./editor.js";

const place = JSON.parse(document.getElementById("place").textContent);
const packed = id => document.getElementById(`file-${id}`)?.textContent;

// The one file holds the worker as packed text, and everything that the worker needs; in a folder the worker
// reads its files itself.
async function within() {
  const text = packed("worker.js"), bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = new Blob([await new Response(plain).blob()], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(script));
}
const whole = Boolean(packed("worker.js"));
const worker = whole ? await within() : new Worker("worker.js");
const inside = whole ? Object.fromEntries(place.parts.map(name => [name, packed(name)])) : null;
if (!whole && "serviceWorker" in navigator && location.protocol !== "file:") navigator.serviceWorker.register("service.js");
await alone({ editor, place, worker, start: { inside, base: whole ? "" : new URL(".", location.href).href } });
