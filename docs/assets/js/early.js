// Runs before the first paint. Replaces Material's inline scripts, which a strict content security policy refuses:
// the four helpers below are the ones that its bundle calls, under the names that it calls them by.
(() => {
  const scope = new URL("../..", document.currentScript.src);

  // Private windows and strict settings make storage throw; the site works without it.
  const attempt = (action) => { try { return action(); } catch { return null; } };

  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);
  window.__md_get = (key, storage) =>
    attempt(() => JSON.parse((storage || localStorage).getItem(`${scope.pathname}.${key}`)));
  window.__md_set = (key, value, storage) =>
    attempt(() => (storage || localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value)));

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => window.__md_get("__palette")?.color?.scheme;
  const paint = () => document.body.setAttribute("data-md-color-scheme", chosen() || (dark.matches ? "slate" : "default"));

  paint();
  dark.addEventListener("change", paint);
  document.documentElement.classList.replace("no-js", "js");
})();
