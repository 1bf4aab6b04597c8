// On the way down a link leads back to the top, and on a phone one line of the header goes along; the place of both is kept, so that nothing moves.
(() => {
  const header = document.querySelector(".pk-header");
  const narrow = matchMedia("(max-width: 59.99em)");
  const up = document.querySelector(".pk-omhoog");
  let height = 0;

  const follow = () => {
    up?.classList.toggle("pk-omhoog--mee", scrollY > 1.5 * innerHeight);
    const along = header.classList.contains("pk-header--mee");
    if (!along) height = header.offsetHeight;
    const wanted = narrow.matches && scrollY > height;
    if (wanted === along) return;
    header.style.minHeight = wanted ? `${height}px` : "";
    header.classList.toggle("pk-header--mee", wanted);
  };
  addEventListener("scroll", follow, { passive: true });
  narrow.addEventListener("change", follow);
  addEventListener("resize", follow);
  follow();
})();
