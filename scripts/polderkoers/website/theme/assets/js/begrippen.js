// Explained words: a first tap shows the explanation, a second follows the link; Escape hides it; it stands within what is seen of the page.
(() => {
  const open = ".pk-begrip:is(:hover, :focus-within, .pk-begrip--open):not(.pk-begrip--dicht)";
  const edge = 8;
  let tapped = false;
  const shut = (except) =>
    document.querySelectorAll(".pk-begrip--open").forEach((word) => word !== except && word.classList.remove("pk-begrip--open"));

  // What is seen: less than the window when a reader has drawn two fingers apart.
  const seen = () => {
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: clientWidth, height: clientHeight };
    return {
      left: offsetLeft + edge,
      top: offsetTop + edge,
      right: offsetLeft + Math.min(width, clientWidth) - edge,
      bottom: offsetTop + Math.min(height, clientHeight) - edge,
    };
  };

  // A word that is broken over lines has a box for each: the explanation belongs to the one that the pointer is on.
  const lineOf = (word, y) => {
    const lines = [...word.querySelector(".pk-begrip__woord").getClientRects()];
    return lines.find((line) => line.top <= y && y <= line.bottom) ?? lines.at(-1);
  };

  // Below the word, or above it where there is more room; what does not fit in that can be scrolled.
  const place = (word, y) => {
    const box = word.querySelector(".pk-begrip__uitleg");
    const line = lineOf(word, y);
    if (!line) return;
    const { left, top, right, bottom } = seen();
    Object.assign(box.style, { maxInlineSize: `${right - left}px`, maxBlockSize: "" });
    const { width, height } = box.getBoundingClientRect();
    const above = line.bottom + height > bottom && line.top - top > bottom - line.bottom;
    const tall = Math.min(height, above ? line.top - top : bottom - line.bottom);
    const start = getComputedStyle(word).direction === "rtl" ? line.right - width : line.left;
    Object.assign(box.style, {
      left: `${Math.max(left, Math.min(start, right - width))}px`,
      top: `${above ? line.top - tall : line.bottom}px`,
      maxBlockSize: `${tall}px`,
      visibility: line.bottom < top || line.top > bottom ? "hidden" : "",
    });
  };

  document.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch";
  });
  document.addEventListener("click", (event) => {
    const word = event.target.closest?.(".pk-begrip");
    shut(word);
    if (word && tapped && !word.classList.contains("pk-begrip--open")) {
      event.preventDefault();
      word.classList.add("pk-begrip--open");
      place(word, event.clientY);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      shut();
      document.querySelectorAll(".pk-begrip:is(:hover, :focus-within)").forEach((word) => word.classList.add("pk-begrip--dicht"));
    }
  });
  for (const word of document.querySelectorAll(".pk-begrip")) {
    const show = (event) => {
      word.classList.remove("pk-begrip--dicht");
      place(word, event.clientY);
    };
    word.addEventListener("pointerenter", show);
    word.addEventListener("focusin", show);
  }
  const again = () => document.querySelectorAll(open).forEach((word) => place(word));
  for (const view of [window, window.visualViewport]) {
    view?.addEventListener("scroll", again, { passive: true });
    view?.addEventListener("resize", again);
  }
})();
