// What the header needs beyond HTML and CSS: menu, search and colours by keyboard, and tables that can be scrolled by keyboard.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const wide = matchMedia("(min-width: 60em)");
  const menuButton = find("[data-pk-menu]");
  const searchButton = find("[data-pk-search]");
  const search = find("#pk-search");
  const query = find("#pk-query");
  const searchState = find("#__search");

  // Menu

  const menuIsOpen = () => menuButton.getAttribute("aria-expanded") === "true";
  const setMenu = (open) => menuButton.setAttribute("aria-expanded", String(open));

  menuButton.addEventListener("click", () => {
    setMenu(!menuIsOpen());
    setSearch(false);
  });

  // Colours

  find("[data-pk-palette]")?.addEventListener("click", () => {
    const scheme = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
    document.body.setAttribute("data-md-color-scheme", scheme);
    window.__md_set("__palette", { index: scheme === "slate" ? 1 : 0, color: { scheme } });
  });

  // Search. Material opens it by ticking a checkbox as soon as the field has focus.

  const searchIsOpen = () => Boolean(searchState?.checked);
  const setSearch = (open) => {
    if (search && searchIsOpen() !== open) searchState.click();
  };

  if (search) {
    searchState.addEventListener("change", () => {
      searchButton.setAttribute("aria-expanded", String(searchIsOpen()));
    });
    searchButton.addEventListener("click", () => {
      const open = !searchIsOpen();
      setMenu(false);
      setSearch(open);
      if (open) query.focus();
    });
    // On a wide screen the results lie over the page, so they go when the focus goes.
    search.addEventListener("focusout", (event) => {
      if (wide.matches && !search.contains(event.relatedTarget)) setSearch(false);
    });
    // Material looks at the field on keyup only, and so misses dictation, pasting by mouse and the field's own clear button.
    query.addEventListener("input", () => {
      setSearch(true);
      query.dispatchEvent(new KeyboardEvent("keyup"));
    });
    query.form.addEventListener("submit", (event) => {
      event.preventDefault();
      find(".md-search-result__link", search)?.focus();
    });
    // Material takes its results out of the tab order and gives each a first-level heading of its own.
    new MutationObserver(() => {
      search.querySelectorAll("[tabindex='-1']").forEach((el) => el.removeAttribute("tabindex"));
      search.querySelectorAll("h1, h2").forEach((el) => el.setAttribute("role", "presentation"));
    }).observe(search, { childList: true, subtree: true });
  }

  // Keys. Material listens on the window for single letters (WCAG 2.1.4 forbids that) and closes the search on Tab;
  // of all keys only the arrows between results may reach it.

  document.addEventListener("keydown", (event) => {
    const inSearch = Boolean(search?.contains(event.target));
    if (event.key === "Escape" && searchIsOpen()) {
      (wide.matches ? query : searchButton).focus();
      // Material opens the search again a millisecond after the field gets the focus.
      setTimeout(() => setSearch(false), 10);
    } else if (event.key === "Escape" && menuIsOpen()) {
      setMenu(false);
      menuButton.focus();
    }
    if (!(inSearch && ["ArrowUp", "ArrowDown"].includes(event.key))) event.stopPropagation();
  });

  // The list of headings is always open beside the text, and folded above it.

  const contents = find(".pk-toc__box");
  const placeContents = () => { if (contents) contents.open = wide.matches; };
  placeContents();
  wide.addEventListener("change", placeContents);

  // A region that scrolls must be reachable by keyboard and have a name; one that does not scroll must not be in the way.

  const nameOf = (region) => {
    const caption = find("caption", region)?.textContent.trim();
    return caption ? `Tabel: ${caption}` : "Tabel, schuif opzij voor meer";
  };
  const markRegion = (region) => {
    if (region.scrollWidth > region.clientWidth) {
      region.setAttribute("tabindex", "0");
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", region.dataset.label || nameOf(region));
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => region.removeAttribute(name));
    }
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => markRegion(target)));
  const watchRegions = () =>
    document.querySelectorAll(".md-typeset__scrollwrap, .pk-scroll, .pk-tabel").forEach((region) => sizes.observe(region));
  watchRegions();
  // Material wraps Markdown tables on its own time.
  addEventListener("load", watchRegions);
})();
