// The extension: starts `argmap lsp`, and shows the picture of the map beside its text.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const FORMS = { SVG: "svg", "Interactive page": "html", PDF: "pdf", PNG: "png", Markdown: "markdown", Mermaid: "mermaid", JSON: "json" };
const ENDINGS = { markdown: "md", mermaid: "mmd" };
const BINARY = ["pdf", "png"];
let client, panel, shown;

async function activate(context) {
  const [command, ...args] = vscode.workspace.getConfiguration("argmap").get("command");
  client = new LanguageClient("argmap", "argmap", { command, args }, {
    documentSelector: [{ language: "argmap" }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{argmap,txt,md,toml}") },
  });
  context.subscriptions.push(
    vscode.commands.registerCommand("argmap.picture", show),
    vscode.commands.registerCommand("argmap.export", save),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => { if (panel && uris.some(each => each.toString() === shown)) draw(); }),
    vscode.window.onDidChangeActiveTextEditor(editor => { if (panel && editor?.document.languageId === "argmap") draw(editor.document); }),
  );
  try {
    await client.start();
  } catch (why) {
    vscode.window.showErrorMessage(`argmap lsp could not be started: pip install 'argmap[lsp]' gets it, or say in the setting argmap.command where it is. (${why.message ?? why})`);
  }
}

function show() {
  const document = vscode.window.activeTextEditor?.document;
  if (!panel) {
    panel = vscode.window.createWebviewPanel("argmap", "Argument map", vscode.ViewColumn.Beside, { enableScripts: false });
    panel.onDidDispose(() => { panel = undefined; });
  }
  return draw(document);
}

let drawing = false, again = false;
async function draw(document) {
  if (document) shown = document.uri.toString();
  if (drawing) { again = true; return; }
  drawing = true;
  do {
    again = false;
    try {
      const { files, title } = await client.sendRequest("argmap/picture", { uri: shown });
      if (panel) { panel.title = title; panel.webview.html = page(files[0]); }
    } catch (why) { vscode.window.setStatusBarMessage(`argmap: ${why.message}`, 8000); }
  } while (again);
  drawing = false;
}

function page(svg) {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>body{background:#fff}svg{max-width:100%;height:auto}</style>${svg.replace(/^<\?xml.*?\?>/, "")}`;
}

async function save() {
  const document = vscode.window.activeTextEditor?.document;
  const name = document && await vscode.window.showQuickPick(Object.keys(FORMS), { placeHolder: "What to export" });
  if (!name) return;
  const form = FORMS[name], ending = ENDINGS[form] ?? form;
  const target = await vscode.window.showSaveDialog({ defaultUri: document.uri.with({ path: document.uri.path.replace(/\.argmap$/, `.${ending}`) }) });
  if (!target) return;
  try {
    const { files } = await client.sendRequest("argmap/picture", { uri: document.uri.toString(), form });
    await vscode.workspace.fs.writeFile(target, Buffer.from(files[0], BINARY.includes(form) ? "base64" : "utf-8"));
  } catch (why) { vscode.window.showErrorMessage(`argmap: ${why.message}`); }
}

function deactivate() { return client?.stop(); }
module.exports = { activate, deactivate };
