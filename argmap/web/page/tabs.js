// Tabs, as a keyboard and a screen reader know them.
export function tabs(names, at, picked) {
  function pick(name) {
    for (const each of names) {
      at(each).hidden = each !== name;
      at(`tab-${each}`).setAttribute("aria-selected", String(each === name));
      at(`tab-${each}`).tabIndex = each === name ? 0 : -1;
    }
    picked(name);
  }
  names.forEach((name, number) => {
    at(`tab-${name}`).addEventListener("click", () => pick(name));
    at(`tab-${name}`).addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = names[(number + step + names.length) % names.length];
      pick(next);
      at(`tab-${next}`).focus();
    });
  });
}
