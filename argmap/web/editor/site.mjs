// Builds what `argmap site` puts together: the page with its editor, the worker, and Python with argmap in it.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, existsSync, rmSync, writeFileSync, appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url)), modules = join(here, "node_modules");
// What of Python's library no part of argmap, nor of what it needs, can reach.
const LEFT_OUT = ["_pyrepl/", "curses/", "dbm/", "doctest", "ensurepip/", "idlelib/", "lib2to3/", "mailbox", "pdb", "pickletools", "pydoc_data/", "sqlite3/", "tkinter/", "turtle", "turtledemo/", "unittest/", "venv/", "wsgiref/", "xmlrpc/"];

export async function site(python) {
  const out = join(here, "../site/alone"), work = mkdtempSync(join(tmpdir(), "argmap-site-"));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const sources = join(work, "packages.zip");
  const stamp = python([join(here, "packages.py"), sources, join(out, "licences.txt")]).trim();
  const common = { bundle: true, minify: true, legalComments: "inline", charset: "utf8" };
  await build({ ...common, entryPoints: [join(here, "site.js")], format: "esm", outfile: join(out, "page.js") });
  await build({
    ...common, entryPoints: [join(here, "worker.js")], format: "iife", outfile: join(out, "worker.js"), external: ["node:*", "ws"],
    define: { "import.meta.url": '"https://argmap.invalid/worker.js"' }, logOverride: { "empty-import-meta": "silent" },
  });
  const pyodide = join(modules, "pyodide");
  copyFileSync(join(pyodide, "pyodide.asm.wasm"), join(out, "pyodide.asm.wasm"));
  const engine = await loadPyodide({ indexURL: `${pyodide}/` });
  engine.runPython(readFileSync(join(here, "compile.py"), "utf-8"));
  for (const [path, name, how, left] of [
    [join(pyodide, "python_stdlib.zip"), "python_stdlib.zip", "zipped", LEFT_OUT], [sources, "packages.bin", "in_a_row", []],
  ]) {
    engine.FS.writeFile("/given.zip", Uint8Array.from(readFileSync(path)));
    engine.globals.get(how)("/given.zip", "/made", left.join(" "));
    writeFileSync(join(out, name), engine.FS.readFile("/made"));
  }
  appendFileSync(join(out, "licences.txt"), licences());
  writeFileSync(join(out, "made.json"), JSON.stringify({ argmap: stamp }));
  rmSync(work, { recursive: true });
  console.log(out);
}

// The licences of what the page and the worker are bundled of.
function licences() {
  const names = ["@codemirror", "@lezer", "@marijn", "@viz-js"].flatMap(scope => existsSync(join(modules, scope)) ? readdirSync(join(modules, scope)).map(name => `${scope}/${name}`) : []);
  const said = [...names, "codemirror", "crelt", "style-mod", "w3c-keyname"].filter(name => existsSync(join(modules, name, "package.json"))).map(name => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf-8"));
    const file = readdirSync(join(modules, name)).find(each => /^licen[cs]e/i.test(each));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(modules, name, file), "utf-8").trim() : ""}\n`;
  });
  return said.map(each => `\n${"-".repeat(78)}\n\n${each}`).join("");
}
