"use strict";
(() => {
  const boxes = [...document.querySelectorAll("input[data-ref]")];
  const name = (box) => `polderkoers-trouw ${box.dataset.ref} ${box.dataset.text}`;
  const told = document.querySelector("#aangevinkt");
  const ticked = () => boxes.filter((box) => box.checked && !box.disabled);
  const tell = () => {
    const many = ticked().length;
    told.textContent = many === 1 ? "1 onderdeel aangevinkt" : `${many} onderdelen aangevinkt`;
  };
  const keep = (box) => {
    try {
      if (box.checked) localStorage.setItem(name(box), "x");
      else localStorage.removeItem(name(box));
    } catch {
      // Without storage the ticks last as long as the page.
    }
  };
  for (const box of boxes) {
    try {
      box.checked ||= localStorage.getItem(name(box)) !== null;
    } catch {
      // As above.
    }
    box.addEventListener("change", () => {
      keep(box);
      tell();
    });
  }
  document.querySelector("#bewaar").addEventListener("click", () => {
    const lines = ticked().map((box) => `${box.dataset.ref} ${box.dataset.text}\n`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "text/plain" }));
    link.download = "vinkjes.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  document.querySelector("#vinkjes").hidden = false;
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  tell();
})();
