// While reading: the list of headings shows where one is, a link into something folded unfolds it, and paper shows all.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // The heading that was passed last. As many are looked at as a page has, at most once a frame, and only when the list is seen.

  const wide = matchMedia("(min-width: 60em)");
  const passed = 100;
  const places = all(".pk-toc__link").map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);
  let asked = false;
  const mark = () => {
    asked = false;
    if (!wide.matches) return;
    const here = places.findLast(([, heading]) => heading?.getBoundingClientRect().top < passed);
    for (const place of places) place[0].classList.toggle("pk-toc__link--hier", place === here);
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  };
  if (places.length) {
    addEventListener("scroll", ask, { passive: true });
    wide.addEventListener("change", ask);
  }

  const unfold = () => {
    // While a page is read, what its address names is no target yet.
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  // Nor is there another address when a reader follows the same link again.
  addEventListener("click", ({ target }) => {
    if (target.closest?.("a[href*='#']")?.href === location.href) setTimeout(unfold);
  });
  unfold();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("article details:not([open])");
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
