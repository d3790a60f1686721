// The live page's editor: CodeMirror, which asks the language server what to show.
import { autocompletion, startCompletion } from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, foldService, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showPanel } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";

const SEVERITY = ["", "error", "warning", "info"];
// What a list of words is shown after, before a letter of one is typed.
const OPENS = /[[(@#+;]$|->\s?$|^[^\s:#]+ $|\s(?:supports?|rebuts?|contradicts?|concedes?|extends?) $/;
const KINDS = { 14: "keyword", 5: "property", 18: "variable", 9: "namespace", 20: "enum", 23: "function", 21: "constant", 12: "text", 17: "text" };

// Colours, by the patterns that Pygments and VS Code have as well.
function colours(patterns) {
  const whole = source => new RegExp(`^(?:${source})`, "u");
  const re = Object.fromEntries(Object.entries(patterns).filter(([name]) => name !== "head").map(([name, source]) => [name, whole(source)]));
  const head = patterns.head.map(([name, source]) => [name, whole(source)]);
  const NAMES = { mark: "modifier", analytic: "modifier", cite: "link", side: "typeName", speech: "labelName", tag: "labelName", id: "variableName" };
  const relation = new RegExp(`^[^\\s:|][^:]*\\s${patterns.verb}`, "u");
  return StreamLanguage.define({
    name: "argmap",
    startState: () => ({ where: "start", card: false }),
    token(stream, state) {
      if (state.card) {
        if (stream.match(/.*?"""/)) state.card = false; else stream.skipToEnd();
        return "string";
      }
      if (stream.sol()) state.where = "start";
      if (stream.eatSpace()) return null;
      if (state.where === "start") {
        if (stream.match(re.comment)) return "comment";
        if (stream.match('"""')) { state.card = !stream.match(/.*"""/); return "string"; }
        if (stream.match(/^\+\s*/)) return "operator";
        state.where = "head";
        if (stream.match(re.kind)) return "keyword";
        if (stream.match(re.declaration)) return "definitionKeyword";
        if (stream.match(re.field)) return "propertyName";
        state.where = relation.test(stream.string) ? "relation" : "text";
      }
      if (state.where === "head") {
        if (stream.eat(":")) { state.where = "text"; return "punctuation"; }
        for (const [name, pattern] of head) if (stream.match(pattern)) return NAMES[name];
      } else if (state.where === "relation") {
        if (stream.match(re.verb)) return "operatorKeyword";
        if (stream.match(re.arrow)) return "operator";
        if (stream.match(/^@\S+/)) return "labelName";
        if (stream.match(re.id)) return "variableName";
      } else if (stream.match(re.quoted)) return "string";
      stream.next();
      return null;
    },
  });
}
const style = HighlightStyle.define([
  { tag: tags.comment, class: "tok-comment" }, { tag: tags.string, class: "tok-string" },
  { tag: tags.keyword, class: "tok-keyword" }, { tag: tags.definitionKeyword, class: "tok-keyword" },
  { tag: tags.operatorKeyword, class: "tok-keyword" }, { tag: tags.propertyName, class: "tok-field" },
  { tag: tags.modifier, class: "tok-mark" }, { tag: tags.link, class: "tok-cite" },
  { tag: tags.typeName, class: "tok-side" }, { tag: tags.labelName, class: "tok-label" },
  { tag: tags.variableName, class: "tok-id" },
]);

const place = (doc, offset) => { const line = doc.lineAt(offset); return { line: line.number - 1, character: offset - line.from }; };
const offset = (doc, { line, character }) => line >= doc.lines ? doc.length : Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to);

export function editor(parent, { text, changed, server, uri, patterns, nonce, said, go: show, change }) {
  const textDocument = { uri };
  const ask = (method, view, at, more = {}) => server.request(`textDocument/${method}`, { textDocument, position: place(view.state.doc, at), ...more });

  async function complete(context) {
    const before = context.matchBefore(/[^\s()[\]{}:;,+@#"]*/);
    if (!context.explicit && before?.from === before?.to) return null;
    const found = await server.request("textDocument/completion", { textDocument, position: place(context.state.doc, context.pos) });
    if (!found?.length) return null;
    return {
      from: offset(context.state.doc, found[0].textEdit.range.start),
      options: found.map((each, number) => ({ label: each.label, detail: each.detail?.slice(0, 70), type: KINDS[each.kind], apply: each.textEdit.newText, boost: -number / 10 })),
      validFor: /^[^\s()[\]{}:;,+@#"]*$/,
    };
  }
  const hovering = hoverTooltip(async (view, at) => {
    const found = await ask("hover", view, at);
    if (!found) return null;
    return {
      pos: offset(view.state.doc, found.range.start), end: offset(view.state.doc, found.range.end),
      create() {
        const dom = document.createElement("div");
        dom.className = "hover";
        dom.textContent = found.contents.value.replace(/\\(?=[\\`*_{}[\]<>#|~])/g, "").replace(/\*\*/g, "");
        return { dom };
      },
    };
  });
  const folding = foldService.of((state, from) => {
    const depth = words => words.match(/^[ \t]*/)[0].length, line = state.doc.lineAt(from);
    let last = line;
    for (let number = line.number + 1; number <= state.doc.lines; number++) {
      const next = state.doc.line(number);
      if (next.text.trim() && depth(next.text) <= depth(line.text)) break;
      if (next.text.trim()) last = next;
    }
    return line.text.trim() && last.number > line.number ? { from: line.to, to: last.to } : null;
  });
  function apply(edits) {
    const { doc } = view.state;
    view.dispatch({ changes: edits.map(edit => ({ from: offset(doc, edit.range.start), to: offset(doc, edit.range.end), insert: edit.newText })) });
  }
  async function rename() {
    const at = view.state.selection.main.head;
    try {
      const { placeholder } = await ask("prepareRename", view, at);
      const to = prompt(`Another id for ${placeholder}`, placeholder);
      if (!to) return;
      const { changes } = await ask("rename", view, at, { newName: to });
      await change(changes);
    } catch (why) { said(why.message); }
  }
  async function define() {
    const found = await ask("definition", view, view.state.selection.main.head);
    if (found) show(found.uri, found.range);
  }
  async function format() {
    const edits = await server.request("textDocument/formatting", { textDocument, options: { tabSize: 4, insertSpaces: true } });
    if (edits) apply(edits);
  }
  // Seen while the editor has the focus, and read out when it comes there.
  const leaving = showPanel.of(() => {
    const dom = document.createElement("p");
    dom.id = "leaving";
    dom.textContent = "Tab indents; Esc, then Tab, leaves the text.";
    return { dom };
  });
  const key = (name, act) => ({ key: name, run: () => { act(); return true; } });
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce), basicSetup, keymap.of([indentWithTab, key("F2", rename), key("F12", define), key("Shift-Alt-f", format)]),
        EditorView.lineWrapping, EditorState.tabSize.of(4), colours(patterns), syntaxHighlighting(style), folding, lintGutter(), hovering, leaving,
        autocompletion({ override: [complete] }), EditorView.contentAttributes.of({ "aria-label": "The map's text", "aria-describedby": "leaving", spellcheck: "true", tabindex: "0" }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          changed(update.state.doc.toString());
          const at = update.state.selection.main.head, typed = update.transactions.some(each => each.isUserEvent("input.type"));
          if (typed && OPENS.test(update.state.sliceDoc(update.state.doc.lineAt(at).from, at))) setTimeout(() => startCompletion(update.view));
        }),
      ],
    }),
  });
  parent.replaceChildren(view.dom);
  function go(range) {
    const { doc } = view.state;
    view.dispatch({ selection: { anchor: offset(doc, range.start), head: offset(doc, range.end) }, scrollIntoView: true });
    view.focus();
  }
  return {
    get text() { return view.state.doc.toString(); },
    set text(words) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words } }); },
    found(list) {
      const { doc } = view.state;
      view.dispatch(setDiagnostics(view.state, list.map(each => ({
        from: offset(doc, each.range.start), to: offset(doc, each.range.end), severity: SEVERITY[each.severity], message: each.message, source: each.code,
        actions: each.data?.edits ? [{ name: "Fix", apply: () => apply(each.data.edits) }] : [],
      }))));
    },
    go, apply,
  };
}
