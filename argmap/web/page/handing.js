// What leaves the page: sheets for the printer, and files in every form that this argmap can write.
import { sheets } from "./picture.js";

export function offer(name, parts, type = "application/octet-stream") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

// `ask(form, look)` has the map written in a form.
export function handing({ forms, paper, write, print, at }, server, ask, name, said) {
  const put = sheets(at);
  server.request("argmap/forms", {}).then(list => {
    forms.append(...list.map(each => new Option(each.words, each.name)));
    write.disabled = false;
    write.onclick = async () => {
      const form = list.find(each => each.name === forms.value);
      said(`Writing ${form.words}…`);
      try {
        const { files, notes } = await ask(form.name, {});
        files.forEach((file, number) => offer(`${name()}${form.ends}${files.length > 1 ? `-${number + 1}` : ""}${form.suffix}`, [form.binary ? bytes(file) : file]));
        said([`Wrote ${form.words}`, ...notes].join(": "));
      } catch (why) { said(`${form.words} was not written: ${why.message}`); }
    };
  }).catch(why => said(why.message));
  print.onclick = async () => {
    said("");
    try {
      const { files } = await ask("svg", { page: paper.value, theme: "print" });
      put(files);
      window.print();
    } catch (why) { said(`Nothing was printed: ${why.message}`); }
  };
}
