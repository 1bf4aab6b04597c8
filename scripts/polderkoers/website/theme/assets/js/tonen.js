// Shows of a page our own policy of today, and more when a reader chooses that. Without script all of it stands there, folded.
(() => {
  const form = document.querySelector("[data-pk-toon]");
  if (!form) return;
  const NOW = "nu";
  const boxes = [...form.querySelectorAll("input")];
  const parts = [...document.querySelectorAll("[data-pk-tijd]")];
  const status = form.querySelector("[data-pk-telling]");
  const amount = (some) => some.reduce((sum, box) => sum + Number(box.dataset.aantal), 0);
  const lists = [...new Set(parts.filter((part) => part.matches("li")).map((part) => part.parentElement))];
  const headingOf = (part) => (part.previousElementSibling?.matches("h2") ? part.previousElementSibling : undefined);

  const show = () => {
    // Who takes all away sees what one begins with.
    if (!boxes.some((box) => box.checked)) boxes[0].checked = true;
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const part of parts) {
      part.hidden = !chosen.includes(part.dataset.pkTijd);
      // What was asked for is not left folded away.
      if (part.matches("details") && part.dataset.pkTijd !== NOW) part.open = !part.hidden;
      const heading = headingOf(part);
      if (heading) heading.hidden = part.hidden;
    }
    // A list of which nothing is shown goes with its heading, and one below a heading that opens it says how much of it is shown.
    for (const list of lists) {
      const shown = [...list.children].filter((one) => !one.hidden).length;
      const fold = list.closest(".pk-vouw");
      (fold || list).hidden = !shown;
      const heading = headingOf(fold || list);
      if (heading) heading.hidden = !shown;
      const total = fold?.querySelector(":scope > summary > .pk-stil");
      if (total) total.textContent = shown;
    }
    // A heading above parts of which none is shown says nothing.
    for (const around of new Set(parts.map((part) => part.parentElement))) {
      const heading = headingOf(around);
      if (heading && around.matches(".pk-sectie")) heading.hidden = ![...around.children].some((part) => !part.hidden);
    }
    status.textContent = `Je ziet ${amount(boxes.filter((box) => box.checked))} van ${amount(boxes)} onderdelen.`;
  };
  const keep = () => {
    const values = new URLSearchParams(location.search);
    values.delete("toon");
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    if (chosen.join() !== NOW) chosen.forEach((value) => values.append("toon", value));
    history.replaceState(null, "", `${values.size ? `?${values}` : location.pathname}${location.hash}`);
  };
  // Who goes to a place on the page sees it.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && (target.closest("[data-pk-tijd]") || parts.find((each) => [each, each.parentElement].some((one) => headingOf(one) === target)));
    const box = part?.hidden && boxes.find(({ value }) => value === part.dataset.pkTijd);
    // A list of several times of which nothing was shown.
    const list = target && !part && target.closest("[hidden]");
    if (!box && !list) return;
    for (const each of list ? boxes : [box]) each.checked = true;
    show();
    target.scrollIntoView();
  };

  const asked = new URLSearchParams(location.search).getAll("toon");
  if (asked.length) boxes.forEach((box) => { box.checked = asked.includes(box.value); });
  form.addEventListener("change", () => { show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
  addEventListener("hashchange", reveal);
  reveal();
})();
