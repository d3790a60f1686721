// Everything that is not the page: Python, argmap's language server and Graphviz, in one classic worker.
// Text goes both ways as LSP; objects are what only a page like this can want.
import "./first.js";
import { instance } from "@viz-js/viz";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";

const NOWHERE = "https://argmap.invalid/";
const waiting = [];
let act = data => waiting.push(data);

const unzipped = data => new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const opened = text => unzipped(Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), letter => letter.charCodeAt(0)));

// What Pyodide fetches is a file beside this one, or lies in the page that started us.
function lend({ inside, base }) {
  const real = self.fetch.bind(self);
  self.fetch = async url => {
    const name = String(url).slice(NOWHERE.length);
    if (!inside) return real(base + name);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(await opened(inside[name]), { headers: { "content-type": type } });
  };
}

// Python's packages: a line that names them, then one file after the other.
function unpack({ FS }, data, folder) {
  const bytes = new Uint8Array(data), line = bytes.indexOf(10), made = new Set();
  let at = line + 1;
  for (const [name, size] of JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)))) {
    const path = `${folder}/${name}`, parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) { FS.mkdirTree(parent); made.add(parent); }
    FS.writeFile(path, bytes.subarray(at, at + size));
    at += size;
  }
}

function layout(graphviz) {
  return dot => {
    const done = graphviz.render(dot, { format: "json0", engine: "dot" });
    if (done.status !== "success") throw new Error(done.errors.map(each => each.message).join("; ") || "no layout");
    return done.output;
  };
}

async function start(given) {
  lend(given);
  const packages = fetch(`${NOWHERE}packages.bin`).then(answer => answer.arrayBuffer()).then(unzipped);
  const graphviz = instance();
  const python = await loadPyodide({ indexURL: NOWHERE, createPyodideModule, lockFileContents: { info, packages: {} } });
  unpack(python, await packages, python.runPython("import site; site.getsitepackages()[0]"));
  self.argmapLayout = layout(await graphviz);
  python.pyimport("argmap.lsp.sooner").begin();
  const { Worker } = python.pyimport("argmap.web.worker");
  const argmap = Worker(text => postMessage(text));
  for (const [name, text] of given.files) argmap.put(name, text);
  act = data => {
    if (typeof data === "string") argmap.receive(data);
    else if (data.put) argmap.put(...data.put);
    else if (data.drop) argmap.drop(data.drop);
    else if (data.run) {
      const { run } = python.pyimport("argmap.cli.inside");
      const [status, out, said] = run(python.toPy(data.args), data.given, "/maps").toJs();
      postMessage({ ran: data.run, status, out, said });
    }
  };
  postMessage({ ready: true });
  for (const data of waiting) act(data);
}

onmessage = ({ data }) => {
  if (data.start) start(data.start).catch(why => postMessage({ fault: String(why.message ?? why) }));
  else act(data);
};
