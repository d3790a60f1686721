// The picture: drawn by argmap, each box something to press.
import { parsed, patched } from "./patched.js";

// What is drawn stands by itself: else the browser would paint all of it at each key in the text beside it.
const FRAME = `svg{height:auto;max-width:none;isolation:isolate;contain:layout paint}:host([data-size=fit]) svg{max-width:100%}
  g[role=button]{cursor:pointer}g[role=button]:focus{outline:3px solid #0b5fa5;outline-offset:2px}`;

function sheetOf(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

// An SVG in parts: its style sheets as the page's own, since one in the picture would need leave from the
// page's policy, and the rest.
function parted(svg) {
  const rules = [];
  const plain = svg.replace(/<style>([^<]*)<\/style>/g, (_, some) => {
    rules.push(some.replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
    return "";
  });
  return { plain, rules };
}

export function picture(parent, choose) {
  const root = parent.attachShadow({ mode: "open" }), frame = sheetOf(FRAME), change = patched();
  let known = new Map(), ruled = null;
  const chosen = event => known.get(event.target.closest?.("[role=button]")?.id);
  root.addEventListener("click", event => { const one = chosen(event); if (one) choose(one); });
  root.addEventListener("keydown", event => {
    const one = event.key === "Enter" || event.key === " " ? chosen(event) : null;
    if (one) { event.preventDefault(); choose(one, true); }
  });
  return {
    show(svg, statements, title) {
      const { plain, rules } = parted(svg), focused = root.activeElement?.id, drawn = change(plain);
      if (drawn.getAttribute("aria-label") !== title) drawn.setAttribute("aria-label", title);
      if (drawn.parentNode !== root) root.replaceChildren(drawn);
      if (ruled !== rules.join()) root.adoptedStyleSheets = [frame, ...rules.map(sheetOf)];
      ruled = rules.join();
      const before = known;
      known = new Map(statements.map(each => [each.label, each]));
      for (const { label, kind, text } of statements) {
        const box = root.getElementById(label);
        if (!box || (box.hasAttribute("tabindex") && before.get(label)?.text === text)) continue;
        box.setAttribute("role", "button");
        box.setAttribute("tabindex", "0");
        box.setAttribute("aria-label", `${label}, ${kind}: ${text}`);
      }
      if (focused && root.activeElement?.id !== focused) root.getElementById(focused)?.focus();
    },
  };
}

// Sheets of paper, one under the other, for the printer.
export function sheets(parent) {
  const root = parent.attachShadow({ mode: "open" });
  const frame = sheetOf("div{break-after:page;break-inside:avoid}div:last-child{break-after:auto}svg{display:block;width:100vw;height:auto}");
  return pages => {
    const parts = pages.map(page => { const { plain, rules } = parted(page); return { drawn: parsed(plain), sheets: rules.map(sheetOf) }; });
    const { drawn: first } = parts[0];
    document.adoptedStyleSheets = [sheetOf(`@page{size:${first.width.baseVal.value}px ${first.height.baseVal.value}px;margin:0}`)];
    root.adoptedStyleSheets = [frame, ...parts[0].sheets];
    root.replaceChildren(...parts.map(({ drawn }) => {
      const page = document.createElement("div");
      page.append(drawn);
      return page;
    }));
  };
}
