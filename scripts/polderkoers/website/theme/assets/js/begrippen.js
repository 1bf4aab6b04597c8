// Explained words: a first tap shows the explanation, a second follows the link; Escape hides it; none runs off the page.
(() => {
  let tapped = false;
  const shut = (except) =>
    document.querySelectorAll(".pk-begrip--open").forEach((word) => word !== except && word.classList.remove("pk-begrip--open"));

  document.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch";
  });
  document.addEventListener("click", (event) => {
    const word = event.target.closest?.(".pk-begrip");
    shut(word);
    if (word && tapped && !word.classList.contains("pk-begrip--open")) {
      event.preventDefault();
      word.classList.add("pk-begrip--open");
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      shut();
      document.querySelectorAll(".pk-begrip:is(:hover, :focus-within)").forEach((word) => word.classList.add("pk-begrip--dicht"));
    }
  });
  for (const word of document.querySelectorAll(".pk-begrip")) {
    const place = () => {
      word.classList.remove("pk-begrip--dicht");
      word.classList.toggle("pk-begrip--links", word.getBoundingClientRect().left > innerWidth / 2);
    };
    word.addEventListener("pointerenter", place);
    word.addEventListener("focusin", place);
  }
})();
