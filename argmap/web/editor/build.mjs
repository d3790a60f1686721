// Builds the live page's editor, the VS Code extension and the parts of the page that needs no server; see
// README.md.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { site } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const given = process.env.PYTHON ?? "python3";
const python = /[/\\]/.test(given) ? resolve(given) : given;
const root = join(here, "../../..");
// The argmap that is built in is the one of these sources, whichever is installed.
const run = args => execFileSync(python, args, { encoding: "utf-8", cwd: root, env: { ...process.env, PYTHONPATH: root } });
const ask = code => run(["-c", code]);

async function editor() {
  const outfile = join(here, "../site/editor.js");
  await build({ entryPoints: [join(here, "editor.js")], bundle: true, format: "esm", minify: true, legalComments: "inline", outfile });
  console.log(outfile);
}

async function vscode() {
  const out = join(here, "out/extension");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(here, "vscode"), out, { recursive: true });
  cpSync(join(here, "../../../LICENSE"), join(out, "LICENSE"));
  const version = ask("import argmap; print(argmap.__version__)").trim();
  const manifest = JSON.parse(readFileSync(join(out, "package.json"), "utf-8"));
  writeFileSync(join(out, "package.json"), JSON.stringify({ ...manifest, version: plain(version) }, null, 2));
  writeFileSync(join(out, "argmap.tmLanguage.json"), ask("import sys; from argmap.colouring.textmate import as_json; sys.stdout.write(as_json())"));
  await build({
    entryPoints: [join(out, "extension.js")], bundle: true, platform: "node", format: "cjs", target: "node20",
    external: ["vscode"], minify: true, legalComments: "inline", allowOverwrite: true, outfile: join(out, "extension.js"),
    nodePaths: [join(here, "node_modules")],
  });
  const vsix = join(here, "out/argmap.vsix");
  execFileSync(process.execPath, [join(here, "node_modules/@vscode/vsce/vsce"), "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "-o", vsix], { cwd: out, stdio: "inherit" });
  console.log(vsix);
}

// The extension's versions have three numbers and nothing else.
function plain(version) {
  const numbers = version.match(/\d+/g).slice(0, 3);
  while (numbers.length < 3) numbers.push("0");
  return numbers.join(".");
}

const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries({ editor, vscode, site: () => site(run) })) if (!wanted.length || wanted.includes(name)) await make();
