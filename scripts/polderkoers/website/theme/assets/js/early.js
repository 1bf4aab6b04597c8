// Runs before the first paint: sets the colours that the reader chose, and keeps choices. The names are those of Material
// for MkDocs, so that a choice that was made before still holds.
(() => {
  const scope = new URL("../..", document.currentScript.src);

  // Private windows and strict settings make storage throw; the site works without it.
  const attempt = (action) => { try { return action(); } catch { return null; } };

  window.__md_get = (key) => attempt(() => JSON.parse(localStorage.getItem(`${scope.pathname}.${key}`)));
  // What is as it was to begin with is not kept: undefined takes a choice away.
  window.__md_set = (key, value) => attempt(() => {
    const name = `${scope.pathname}.${key}`;
    return value === undefined ? localStorage.removeItem(name) : localStorage.setItem(name, JSON.stringify(value));
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => window.__md_get("__palette")?.color?.scheme;
  const paint = () => document.body.setAttribute("data-md-color-scheme", chosen() || (dark.matches ? "slate" : "default"));

  paint();
  dark.addEventListener("change", paint);
  document.documentElement.classList.replace("no-js", "js");
})();
