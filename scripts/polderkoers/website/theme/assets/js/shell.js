// What the header needs beyond HTML and CSS: menu, search field and colours by keyboard, and tables that can be scrolled by keyboard.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const wide = matchMedia("(min-width: 60em)");
  const menuButton = find("[data-pk-menu]");
  const query = find("#pk-query");

  // Menu

  const menuIsOpen = () => menuButton.getAttribute("aria-expanded") === "true";
  const setMenu = (open) => menuButton.setAttribute("aria-expanded", String(open));

  menuButton.addEventListener("click", () => {
    setMenu(!menuIsOpen());
  });

  // Colours

  find("[data-pk-palette]")?.addEventListener("click", () => {
    const scheme = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
    document.body.setAttribute("data-md-color-scheme", scheme);
    window.__md_set("__palette", { index: scheme === "slate" ? 1 : 0, color: { scheme } });
  });

  // Keys. The slash that leads to the search field can be switched off on the page for searching (WCAG 2.1.4).

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  let before;

  document.addEventListener("keydown", (event) => {
    const plainSlash = event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plainSlash && !typing(event.target) && window.__md_get("__slash") !== false) {
      event.preventDefault();
      before = document.activeElement;
      query.focus();
      query.select();
    } else if (event.key === "Escape" && event.target === query) {
      // First the field is emptied, as some browsers do of themselves; then the focus goes back to where it was.
      if (query.value) {
        event.preventDefault();
        query.value = "";
        query.dispatchEvent(new Event("input"));
      } else if (before && before !== document.body) {
        before.focus();
      } else {
        query.blur();
      }
    } else if (event.key === "Escape" && menuIsOpen()) {
      setMenu(false);
      menuButton.focus();
    }
  });

  // Who searches anew before the script of the page for searching is there keeps the choices in its address.

  const search = find("#pk-search");
  search.addEventListener("formdata", ({ formData }) => {
    if (new URL(search.action).pathname !== location.pathname) return;
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name !== "q") formData.append(name, value);
    }
  });

  // Suggestions, which are Dutch, are loaded when somebody types. The page for searching shows its results meanwhile, and needs none.

  if (!find("[data-pk-zoek]") && !search.matches("[data-pk-zonder-voorstellen]")) {
    query.addEventListener("input", async () => {
      const { suggest } = await import("./zoeken-voorstellen.js");
      suggest(query, new URL("../", search.action))();
    }, { once: true });
  }

  // The list of headings is always open beside the text, and folded above it.

  const contents = find(".pk-toc__box");
  const placeContents = () => { if (contents) contents.open = wide.matches; };
  placeContents();
  wide.addEventListener("change", placeContents);

  // Paper says where it was printed from.

  const address = find("[data-pk-adres]");
  if (address) address.textContent ||= location.origin + location.pathname;

  // A region that scrolls must be reachable by keyboard and have a name, and show at its edge that there is more, until one has
  // scrolled to the end; one that does not scroll must not be in the way.

  const nameOf = (region) => {
    const caption = find("caption", region)?.textContent.trim();
    return caption ? `Tabel: ${caption}` : "Tabel, schuif opzij voor meer";
  };
  const markEdge = (region) =>
    region.classList.toggle("pk-meer", Math.ceil(region.scrollLeft) < region.scrollWidth - region.clientWidth - 1);
  const markRegion = (region) => {
    if (region.scrollWidth > region.clientWidth) {
      region.setAttribute("tabindex", "0");
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", region.dataset.label || nameOf(region));
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => region.removeAttribute(name));
    }
    markEdge(region);
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => markRegion(target)));
  for (const region of document.querySelectorAll(".pk-scroll, .pk-tabel")) {
    sizes.observe(region);
    region.addEventListener("scroll", () => markEdge(region), { passive: true });
  }
})();
