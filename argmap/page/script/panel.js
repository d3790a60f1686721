// The panel: a statement in full, taken from the map in words.

const TEXT = "text.";

function entryOf(page, index) {
  return document.getElementById(TEXT + page.graph.statements[index].label);
}

function showStatement(page, index) {
  page.panel.classList.toggle("open", index !== null || page.query.value !== "");
  page.welcome.hidden = index !== null || page.query.value !== "";
  page.foldButton.hidden = index === null || page.graph.under[index].length === 0;
  if (index === null) {
    page.shown.replaceChildren();
    page.told = null;
    return;
  }
  const copy = entryOf(page, index).cloneNode(true);
  copy.removeAttribute("id");
  copy.querySelector(".twist")?.remove();
  for (const link of copy.querySelectorAll(".bears a, .borne a")) addSnippet(page, link);
  page.shown.replaceChildren(copy);
  if (page.told !== index) page.panel.scrollTop = 0;
  page.told = index;
  page.foldButton.textContent = page.folded.has(index) ? "Unfold" : "Fold";
  page.foldButton.setAttribute("aria-expanded", String(!page.folded.has(index)));
}

// The beginning of the words of a statement that a line speaks of, below that line.
function addSnippet(page, link) {
  const index = indexOf(page, link.getAttribute("href"));
  if (index === null) return;
  const words = snippet(page, index);
  const line = link.closest("li");
  const small = document.createElement("span");
  small.className = "snippet";
  small.textContent = `${link.textContent}: ${words}`;
  line.append(small);
}

function snippet(page, index, length = 110) {
  const words = [...entryOf(page, index).querySelector(".said").textContent];
  return words.length > length ? `${words.slice(0, length).join("").trimEnd()}…` : words.join("");
}

// The statement that an address's end (`#R2`, `#consult`, `#text.R2`) names, or null.
function indexOf(page, hash) {
  let name = hash.replace(/^#/, "");
  try {
    name = decodeURIComponent(name);
  } catch {
    return null;
  }
  name = name.normalize("NFC");
  return page.graph.names.get(name.startsWith(TEXT) ? name.slice(TEXT.length) : name) ?? null;
}
