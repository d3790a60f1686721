// What a map cites, as a table.
const HEADS = ["Source", "Cited", "Quotations", "Paragraphs"];

function cells(row) {
  const checked = [[row.verified, "verified"], [row.failed, "not found"], [row.unchecked, "not checked"]].filter(([n]) => n);
  return [`${row.id}: ${row.citation}`, row.cited, checked.map(([n, words]) => `${n} ${words}`).join(", "), row.paragraphs ?? "no text"];
}

// `ask()` gives the sources.
export function sources(parent, ask) {
  let shown = "";
  return async () => {
    const rows = await ask(), now = JSON.stringify(rows);
    if (now === shown) return;
    shown = now;
    const table = document.createElement("table"), head = table.createTHead().insertRow(), body = table.createTBody();
    for (const words of HEADS) {
      const cell = document.createElement("th");
      cell.scope = "col"; cell.textContent = words; head.append(cell);
    }
    for (const row of rows) {
      const line = body.insertRow();
      for (const words of cells(row)) line.insertCell().textContent = words;
    }
    parent.replaceChildren(rows.length ? table : "This map cites nothing yet.");
  };
}
