// Waits for news of the preview: a new state of the site loads this page again, other news only the bar above it.
(() => {
  "use strict";
  const bar = () => document.querySelector(".vv");
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  async function follow() {
    for (;;) {
      const here = bar();
      try {
        const answer = await fetch(`/_voorvertoning/nieuws?na=${here.dataset.vvTold}`);
        const news = await answer.json();
        if (String(news.pages) !== here.dataset.vvPages) {
          location.reload();
          return;
        }
        if (String(news.told) !== here.dataset.vvTold) {
          await renew(here);
        }
      } catch {
        here.classList.add("vv--weg");
        await pause(1);
        continue;
      }
      here.classList.remove("vv--weg");
    }
  }

  async function renew(here) {
    const answer = await fetch(`/_voorvertoning/balk?pad=${encodeURIComponent(here.dataset.vvPad)}`);
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".vv");
    here.replaceWith(made);
  }

  follow();
})();
