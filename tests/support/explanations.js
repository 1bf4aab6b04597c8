// Opens every explained word of the page with the keyboard, at the upper and at the lower edge, and says which explanation is not whole on it.
() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const wrong = [];
  const words = [...document.querySelectorAll(".pk-begrip__woord")].filter((word) => word.checkVisibility());
  const wide = document.documentElement.clientWidth;
  const high = document.documentElement.clientHeight;
  for (const block of ["end", "start"])
    for (const word of words) {
      word.scrollIntoView({ block, behavior: "instant" });
      document.activeElement.blur();
      word.focus({ preventScroll: true });
      const box = document.getElementById(word.getAttribute("aria-describedby"));
      const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
      const fits = left >= 0 && top >= 0 && right <= wide + 0.5 && bottom <= high + 0.5;
      const hides = [...word.getClientRects()].at(-1).bottom > top + 1 && [...word.getClientRects()].at(-1).top < bottom - 1;
      const cut = box.scrollHeight > box.clientHeight + 1;
      const pushed = document.documentElement.scrollWidth > wide;
      if (!box.checkVisibility({ visibilityProperty: true }) || width < 150 || height < 20 || !fits || hides || cut || pushed)
        wrong.push(`${word.textContent} (${block}): ${[left, top, right, bottom].map(Math.round)} of ${wide} x ${high}`);
    }
  return [words.length, wrong];
}
