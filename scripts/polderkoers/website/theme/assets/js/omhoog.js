// On a phone one line of the header goes along down the page; the place of the whole header is kept, so that nothing moves.
(() => {
  const header = document.querySelector(".pk-header");
  const narrow = matchMedia("(max-width: 59.99em)");
  let height = 0;

  const follow = () => {
    const along = header.classList.contains("pk-header--mee");
    if (!along) height = header.offsetHeight;
    const wanted = narrow.matches && scrollY > height;
    if (wanted === along) return;
    header.style.minHeight = wanted ? `${height}px` : "";
    header.classList.toggle("pk-header--mee", wanted);
  };
  addEventListener("scroll", follow, { passive: true });
  narrow.addEventListener("change", follow);
  follow();
})();
