// The picture: drawn by the server, each box something to press.
export function picture(parent, choose) {
  const root = parent.attachShadow({ mode: "open" });
  const frame = new CSSStyleSheet();
  frame.replaceSync(`svg{height:auto;max-width:none}:host([data-size=fit]) svg{max-width:100%}
    g[role=button]{cursor:pointer}g[role=button]:focus{outline:3px solid #0b5fa5;outline-offset:2px}`);
  return {
    show(svg, statements, title) {
      // A style sheet of the page's own: one in the picture would need leave from the page's policy.
      const sheets = [];
      const plain = svg.replace(/<style>([^<]*)<\/style>/g, (_, rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules.replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
        sheets.push(sheet);
        return "";
      });
      const drawn = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
      for (const link of drawn.querySelectorAll("a")) link.setAttribute("target", "_blank"), link.setAttribute("rel", "noopener noreferrer");
      const focused = root.activeElement?.id;
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
