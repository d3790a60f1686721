// The picture: drawn by argmap, each box something to press.
const FRAME = `svg{height:auto;max-width:none}:host([data-size=fit]) svg{max-width:100%}
  g[role=button]{cursor:pointer}g[role=button]:focus{outline:3px solid #0b5fa5;outline-offset:2px}`;

function sheetOf(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

// An SVG in parts: its style sheets as the page's own, since one in the picture would need leave from the
// page's policy, and the rest.
function parted(svg) {
  const sheets = [];
  const plain = svg.replace(/<style>([^<]*)<\/style>/g, (_, rules) => {
    sheets.push(sheetOf(rules.replaceAll("&gt;", ">").replaceAll("&amp;", "&")));
    return "";
  });
  const drawn = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
  for (const link of drawn.querySelectorAll("a")) link.setAttribute("target", "_blank"), link.setAttribute("rel", "noopener noreferrer");
  return { drawn, sheets };
}

export function picture(parent, choose) {
  const root = parent.attachShadow({ mode: "open" }), frame = sheetOf(FRAME);
  return {
    show(svg, statements, title) {
      const { drawn, sheets } = parted(svg), focused = root.activeElement?.id;
      for (const statement of statements) {
        const box = drawn.querySelector(`[id="${statement.label}"]`);
        if (!box) continue;
        box.setAttribute("role", "button");
        box.setAttribute("tabindex", "0");
        box.setAttribute("aria-label", `${statement.label}, ${statement.kind}: ${statement.text}`);
        box.addEventListener("click", () => choose(statement));
        box.addEventListener("keydown", event => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(statement, true); }
        });
      }
      drawn.setAttribute("aria-label", title);
      root.adoptedStyleSheets = [frame, ...sheets];
      root.replaceChildren(document.adoptNode(drawn));
      if (focused) root.getElementById(focused)?.focus();
    },
  };
}

// Sheets of paper, one under the other, for the printer.
export function sheets(parent) {
  const root = parent.attachShadow({ mode: "open" });
  const frame = sheetOf("div{break-after:page;break-inside:avoid}div:last-child{break-after:auto}svg{display:block;width:100vw;height:auto}");
  return pages => {
    const parts = pages.map(parted), { drawn: first } = parts[0];
    document.adoptedStyleSheets = [sheetOf(`@page{size:${first.getAttribute("width")} ${first.getAttribute("height")};margin:0}`)];
    root.adoptedStyleSheets = [frame, ...parts[0].sheets];
    root.replaceChildren(...parts.map(({ drawn }) => {
      const page = document.createElement("div");
      page.append(document.adoptNode(drawn));
      return page;
    }));
  };
}
