// Waits for news of the preview: a new state of the site loads this page again, other news only the bar on it.
(() => {
  "use strict";
  const bar = document.querySelector(".vv");
  const stopped = " De voorvertoning is gestopt. Start hem weer met: polderkoers serve";
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  let isLeaving = false;

  async function follow() {
    for (;;) {
      try {
        await news();
      } catch (error) {
        if (error.name !== "AbortError") await lost();
      }
    }
  }

  // A browser asks few things of one server at a time: pages that nobody sees leave those to the one that is looked at.
  async function news() {
    await seen();
    const hidden = new AbortController();
    const leave = () => hidden.abort();
    document.addEventListener("visibilitychange", leave);
    try {
      const answer = await fetch(`/_voorvertoning/nieuws?na=${bar.dataset.vvTold}`, { signal: hidden.signal });
      await show(await answer.json());
    } finally {
      document.removeEventListener("visibilitychange", leave);
    }
  }

  function seen() {
    if (!document.hidden) return undefined;
    return new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
  }

  async function show(now) {
    if (isOther(now.run, String(now.pages))) {
      await again();
    } else if (String(now.told) !== bar.dataset.vvTold || bar.classList.contains("vv--weg")) {
      await renew();
    }
  }

  function isOther(run, pages) {
    return run !== bar.dataset.vvRun || pages !== bar.dataset.vvPages;
  }

  function again() {
    location.reload();
    return pause(60);
  }

  async function lost() {
    if (isLeaving) {
      await pause(0.1);
      return;
    }
    if (!bar.classList.contains("vv--weg")) {
      bar.classList.add("vv--weg");
      bar.querySelector(".vv__stand").append(stopped);
      bar.dataset.vvTold = "-1";
    }
    await pause(1);
  }

  // The line that is read aloud stays the same element: a new one is not read.
  async function renew() {
    const answer = await fetch(`/_voorvertoning/balk?pad=${encodeURIComponent(bar.dataset.vvPad)}`);
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".vv");
    if (isOther(made.dataset.vvRun, made.dataset.vvPages)) return again();
    const [here, there] = [bar, made].map((one) => one.querySelector(".vv__stand"));
    const isOpen = Boolean(bar.querySelector("details[open]"));
    for (const child of [...bar.children]) if (child !== here) child.remove();
    while (made.firstElementChild !== there) here.before(made.firstElementChild);
    here.replaceChildren(...there.childNodes);
    there.remove();
    bar.append(...made.children);
    if (isOpen) bar.querySelector("details")?.setAttribute("open", "");
    bar.className = made.className;
    Object.assign(bar.dataset, made.dataset);
    return undefined;
  }

  // What has the focus, and the end of the page, must not be behind the bar.
  function keepRoom() {
    const height = `${bar.offsetHeight}px`;
    document.body.style.paddingBottom = height;
    document.documentElement.style.scrollPaddingBottom = height;
    // What does not fit is read with the keyboard too.
    if (bar.scrollHeight > bar.clientHeight) bar.tabIndex = 0;
    else bar.removeAttribute("tabindex");
  }

  addEventListener("pagehide", () => (isLeaving = true));
  addEventListener("pageshow", () => (isLeaving = false));
  new ResizeObserver(keepRoom).observe(bar);
  follow();
})();
