// Passing a page on: the buttons of a page that has them share or copy its address, and print it.
(() => {
  const box = document.querySelector("[data-pk-doorgeven]");
  if (!box) return;
  const address = location.href.split(/[?#]/)[0];
  const shown = box.querySelector("[data-pk-doorgeven-adres]");
  const status = box.querySelector("[role=status]");

  shown.parentElement.firstChild.textContent = "Het adres van deze bladzijde: ";
  shown.textContent = address;
  box.querySelector("[hidden]").hidden = false;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = "Het adres is gekopieerd.";
    } catch {
      // Only a page that came over a safe line may write to the clipboard.
      getSelection().selectAllChildren(shown);
      status.textContent = "Het adres is geselecteerd. Je kunt het nu zelf kopiëren.";
    }
  };
  box.querySelector("[data-pk-deel]").addEventListener("click", async () => {
    if (!navigator.share) return copy();
    try {
      await navigator.share({ title: document.querySelector("h1").textContent, url: address });
    } catch (error) {
      if (error.name !== "AbortError") await copy();
    }
  });
  box.querySelector("[data-pk-druk]").addEventListener("click", () => print());
})();
