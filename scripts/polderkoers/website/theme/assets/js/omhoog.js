// On the way down a link leads back to the top, and on a phone one line of the header goes along; the place of both is kept, so that nothing moves.
(() => {
  const header = document.querySelector(".pk-header");
  const bar = header.querySelector(".pk-header__bar");
  const narrow = matchMedia("(max-width: 59.99em)");
  const up = document.querySelector(".pk-omhoog");
  let height = 0;

  const goAlong = (wanted) => {
    header.style.minHeight = wanted ? `${height}px` : "";
    header.classList.toggle("pk-header--mee", wanted);
  };

  // How high the bar is when it goes along, before it does: what a link leads to must not end below it.
  const measure = () => {
    const along = header.classList.contains("pk-header--mee");
    goAlong(narrow.matches);
    document.documentElement.style.setProperty("--pk-balk", `${bar.offsetHeight}px`);
    goAlong(along);
  };

  const follow = () => {
    const along = header.classList.contains("pk-header--mee");
    if (!along) height = header.offsetHeight;
    const wanted = narrow.matches && scrollY > height;
    up?.classList.toggle("pk-omhoog--mee", wanted || (!narrow.matches && scrollY > 1.5 * innerHeight));
    if (wanted !== along) goAlong(wanted);
  };

  const again = () => {
    follow();
    measure();
  };
  addEventListener("scroll", follow, { passive: true });
  narrow.addEventListener("change", again);
  addEventListener("resize", again);
  document.fonts?.ready.then(measure);
  again();
})();
