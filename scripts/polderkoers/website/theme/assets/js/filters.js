// Filters a list in the page by the values that its items carry. Without script the whole list simply stands there.
(() => {
  const form = document.querySelector("[data-pk-filters]");
  if (!form) return;
  const items = [...document.querySelectorAll("[data-pk-lijst] > li")];
  const folds = [...document.querySelectorAll("[data-pk-vouw]")];
  const parts = [...document.querySelectorAll("[data-pk-groep]")];
  const status = form.querySelector("[data-pk-telling]");
  const fields = [...form.querySelectorAll("select")];
  // What stands in another list of the page too is counted there.
  const again = (item) => item.parentElement.dataset.pkLijst === "nog-eens";
  const total = items.filter((item) => !again(item)).length;
  const rowsIn = (part) => items.filter((item) => part?.contains(item));
  const marked = [...document.querySelectorAll("[data-pk-aantal]")].map((mark) => [
    mark.firstChild,
    mark.closest("summary")?.parentElement || mark.closest("h2, h3")?.nextElementSibling,
  ]);
  const headed = parts.map((part) => [part.previousElementSibling?.firstChild, part]);
  const numbers = [...marked, ...headed]
    .filter(([text]) => text instanceof Text)
    .map(([text, part]) => [text, text.data, rowsIn(part)])
    .filter(([, , rows]) => rows.length);
  const left = "[data-pk-lijst] > li:not([hidden])";

  // Whether something is left below a heading, up to the next.
  const hasLeft = (heading) => {
    let below = heading.nextElementSibling;
    while (below && !below.matches("h2, h3") && !below.querySelector(left)) below = below.nextElementSibling;
    return Boolean(below?.querySelector(left));
  };

  const show = () => {
    const chosen = fields.filter((field) => field.value);
    let shown = 0;
    for (const item of items) {
      const fits = chosen.every((field) => (item.dataset[field.name] || "").split(" ").includes(field.value));
      item.hidden = !fits;
      shown += fits && !again(item) ? 1 : 0;
    }
    for (const list of document.querySelectorAll("[data-pk-lijst]")) {
      const empty = !list.querySelector(":scope > li:not([hidden])");
      list.hidden = empty;
      const heading = list.previousElementSibling;
      if (heading?.matches("h2, h3")) heading.hidden = empty && !hasLeft(heading);
    }
    // A part of the page in which nothing is left goes with its heading.
    for (const part of parts) {
      part.hidden = !part.querySelector(left);
      const heading = part.previousElementSibling;
      if (heading?.matches("h2")) heading.hidden = part.hidden;
    }
    // A number in or beside a heading is how much stands below it now.
    for (const [text, all, rows] of numbers) {
      const now = rows.filter((row) => !row.hidden).length;
      text.data = chosen.length ? all.replace(/\d+(?=\)?\s*$)/, now) : all;
    }
    // What was asked for is not left folded away; what was not asked for goes back as it was.
    for (const fold of folds) {
      fold.hidden = !fold.querySelector(left);
      fold.open = chosen.length > 0 && !fold.hidden;
    }
    status.textContent = chosen.length
      ? `${shown} van ${total} onderdelen${shown ? "" : ". Kies iets anders om weer wat te zien."}`
      : `${total} onderdelen`;
  };

  const values = new URLSearchParams(location.search);
  for (const field of fields) {
    if (values.has(field.name)) field.value = values.get(field.name);
    field.addEventListener("change", () => {
      const query = new URLSearchParams(fields.filter((each) => each.value).map((each) => [each.name, each.value])).toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      show();
    });
  }
  form.hidden = false;
  // Who comes with a choice in the address sees it.
  const box = form.querySelector("details");
  if (box) box.open ||= fields.some((field) => field.value);
  show();

  // Who goes to a year finds it open.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("[data-pk-vouw]");
    if (fold && !fold.hidden) fold.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
