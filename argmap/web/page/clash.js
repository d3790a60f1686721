// A file that another program has changed while it was written in here: somebody chooses, and nothing is lost.
import { offer } from "./handing.js";

const called = (name, whose) => name.replace(/(\.\w+)?$/, ` (${whose})$1`);

// `torn()` gives the address of such a file, if there is one; `settle(uri, mine)` takes one version and gives the
// text of the other, or null where neither could be taken. What comes out shows the question, or takes it away.
export function clash({ at, torn, settle, named, said }) {
  let asked = "";
  async function choose(mine) {
    const uri = asked, other = called(named(uri), mine ? "of the disk" : "mine");
    const lost = await settle(uri, mine);
    if (lost === null) return at(mine ? "keep" : "take").focus(); // why it is still asked was said
    offer(other, [lost], "text/plain");
    said(`${mine ? "Kept yours" : "Took the file's"}; the other version is among your downloads: ${other}`);
    at("maps").focus();
  }
  at("keep").addEventListener("click", () => choose(true));
  at("take").addEventListener("click", () => choose(false));
  return () => {
    const uri = torn() ?? "";
    if (uri === asked) return;
    asked = uri;
    at("clash").hidden = !uri;
    at("clashed").textContent = uri && `Another program has changed ${named(uri)} on the disk, and you have written in it here. Which version is to be kept? The other one goes to your downloads.`;
  };
}
