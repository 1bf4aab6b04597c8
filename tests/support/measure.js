// What the tests want to know of a page beside what axe knows. Runs in the page, before anything of the page itself.
window.pkMeasure = (() => {
  const TARGETS = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";

  const describe = (el) => {
    const name = el.id ? `#${el.id}` : [...el.classList].map((one) => `.${one}`).join("");
    return `<${el.localName}${name}> ${(el.getAttribute("aria-label") || el.textContent).trim().replace(/\s+/g, " ").slice(0, 50)}`;
  };
  const shown = (el) => el.checkVisibility({ visibilityProperty: true });

  // Colours

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const luminance = (colour) => {
    const [r, g, b] = rgba(colour).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // The colour behind an element: of the nearest one around it that has a colour at all.
  const ground = (el) => {
    for (let at = el; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "#fff";
  };

  // Stops of the keyboard

  const stops = () =>
    [...document.querySelectorAll(TARGETS)].filter(
      (el) => el.tabIndex >= 0 && !el.disabled && el.type !== "hidden" && shown(el) && !el.closest("[inert]"),
    );

  // The ring of what has the focus: its own, or that of a box around it (a card whose title is the link).
  const ring = (el) => {
    for (let at = el, steps = 0; at && steps < 4; at = at.parentElement, steps += 1) {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(at);
      if (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) {
        const inside = parseFloat(outlineOffset) < 0;
        return { colour: outlineColor, on: ground(inside ? at : at.parentElement) };
      }
    }
    return null;
  };

  // Whether nothing can be seen of an element: of what stands in the window, no point is its own.
  const covered = (el) => {
    const boxes = [...el.getClientRects()].map((box) => ({
      left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight),
    })).filter(({ left, right, top, bottom }) => right > left && bottom > top);
    const along = (from, to) => [0.1, 0.5, 0.9].map((part) => from + (to - from) * part);
    const points = boxes.flatMap((box) => along(box.left, box.right).flatMap((x) => along(box.top, box.bottom).map((y) => [x, y])));
    return !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (el.contains(top) || top.contains(el) || el.labels?.[0]?.contains(top));
    });
  };

  const clear = (el) => {
    for (let at = el; at; at = at.parentElement) {
      const { opacity, clipPath } = getComputedStyle(at);
      if (Number(opacity) < 0.5 || /^inset\(50%/.test(clipPath)) return false;
    }
    return true;
  };

  // What is wrong with an element that has the focus now.
  const wrongWithFocused = (el) => {
    const found = [];
    const box = el.getBoundingClientRect();
    if (el.tabIndex > 0) found.push(`tabindex ${el.tabIndex}`);
    if (el.closest("[aria-hidden='true']")) found.push("hidden from screen readers");
    if (box.width < 1 || box.height < 1 || !clear(el)) found.push("cannot be seen");
    else if (covered(el)) found.push("lies under something else, or off the screen");
    const outline = ring(el);
    if (!outline) found.push("has no ring");
    else if (contrast(outline.colour, outline.on) < 3) {
      found.push(`has a ring of ${contrast(outline.colour, outline.on).toFixed(2)}:1 (${outline.colour} on ${outline.on})`);
    }
    return found.map((one) => `${describe(el)} ${one}`);
  };

  const focusing = () => {
    const all = stops().filter((el) => !el.closest("[data-pk-known]"));
    const found = all.flatMap((el) => {
      el.focus();
      return document.activeElement === el ? wrongWithFocused(el) : [`${describe(el)} takes no focus`];
    });
    document.activeElement?.blur();
    // What was scrolled to show the focus goes back: axe measures no text that has scrolled out of its box.
    for (const el of document.querySelectorAll("body *")) if (el.scrollTop || el.scrollLeft) el.scrollTo(0, 0);
    scrollTo(0, 0);
    return { count: all.length, wrong: found };
  };

  // In forced colours grounds go, so what was told by a ground must have an edge: controls, notes, badges, and bars of charts.
  const edgeless = () => {
    const boxes = "button, input:not([type=checkbox], [type=radio], [type=hidden]), select, .pk-button, .pk-note, .admonition, .pk-badge, .pk-cards:not(.pk-cards--lijst) > .pk-card";
    const bare = [...document.querySelectorAll(boxes)].filter((el) => {
      const style = getComputedStyle(el);
      return shown(el) && !["Top", "Right", "Bottom", "Left"].some((side) =>
        style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
    });
    const faint = [...document.querySelectorAll("main svg rect, main svg path")].filter((el) => {
      const { fill, stroke } = getComputedStyle(el);
      return shown(el) && ![fill, stroke].some((colour) => colour !== "none" && contrast(colour, ground(el)) >= 3);
    });
    return [...bare.map((el) => `${describe(el)} has no edge`), ...faint.map((el) => `${describe(el.closest("svg"))} cannot be seen`)];
  };

  // Size

  const sideways = () => Math.max(0, document.documentElement.scrollWidth - innerWidth);

  // Text that does not fit its box and is cut off. What is hidden on purpose is one pixel wide.
  const cutOff = () =>
    [...document.querySelectorAll("body *")].filter((el) => {
      const { overflowX, overflowY, display } = getComputedStyle(el);
      if (display === "inline" || el.clientWidth <= 1 || !el.textContent.trim() || !shown(el)) return false;
      const cuts = (way) => way === "hidden" || way === "clip";
      return (cuts(overflowX) && el.scrollWidth > el.clientWidth + 1) || (cuts(overflowY) && el.scrollHeight > el.clientHeight + 1);
    }).map(describe);

  const moving = () =>
    document.getAnimations().filter((one) => one.playState === "running").map((one) => describe(one.effect.target));

  // Structure

  const structure = () => {
    const wrong = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((el) => el.getAttribute("role") !== "presentation");
    let level = 0;
    for (const heading of headings) {
      const now = Number(heading.localName[1]);
      if (now > level + 1) wrong.push(`${describe(heading)} comes after level ${level}`);
      if (!heading.textContent.trim()) wrong.push(`${describe(heading)} is empty`);
      level = now;
    }
    const titles = headings.filter((el) => el.localName === "h1").length;
    if (titles !== 1) wrong.push(`${titles} elements h1`);
    for (const table of document.querySelectorAll("table")) {
      if (!table.caption?.textContent.trim()) wrong.push(`${describe(table)} has no caption`);
      if (!table.querySelector("th")) wrong.push(`${describe(table)} has no headers`);
      for (const header of table.querySelectorAll("th:not([scope])")) wrong.push(`${describe(header)} does not say what it is the header of`);
    }
    for (const image of document.querySelectorAll("svg, img")) {
      const silent = image.closest("[aria-hidden='true']") || image.getAttribute("alt") === "";
      const named = image.getAttribute("alt") || image.getAttribute("aria-label") || image.getAttribute("aria-labelledby");
      if (!silent && !named) wrong.push(`${describe(image)} has no text alternative`);
    }
    for (const figure of document.querySelectorAll("figure")) {
      if (!figure.querySelector("figcaption") && !figure.getAttribute("aria-label")) wrong.push(`${describe(figure)} has no caption`);
    }
    // What stands in a folder with the code of a language is in that language; all else is Dutch.
    const [, language = "nl"] = /^\/([a-z]{2})\//.exec(location.pathname) ?? [];
    if (document.documentElement.lang !== language) wrong.push(`language ${document.documentElement.lang}`);
    return { title: document.title, wrong };
  };

  // Ways of looking

  const openAll = () => document.querySelectorAll("details:not([open])").forEach((one) => { one.open = true; });

  // WCAG 1.4.12, and a reader who made the text twice as large. No style element: the page's own policy would refuse it.
  const sheet = new CSSStyleSheet();
  const styled = (css, measure) => {
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const found = measure();
    document.adoptedStyleSheets = [];
    return found;
  };
  const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`;
  const fits = () => ({ sideways: sideways(), cutOff: cutOff() });
  const spaced = () => styled(SPACED, fits);
  const twice = () => styled("html { font-size: 250% !important }", fits);

  const axeFinds = async (options) => {
    const told = ({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${(node.failureSummary || "").replace(/\s+/g, " ").slice(0, 260)}`);
    const doubt = ({ id, nodes }) => nodes.map(({ any, all, none, target }) => [id, [...any, ...all, ...none].map((check) => check.data?.messageKey || check.id).join(), target.join(" ")]);
    const { violations, incomplete, testEngine } = await axe.run({ exclude: [["[data-pk-known]"]] }, options);
    return { violations: violations.flatMap(told), doubts: incomplete.flatMap(doubt), version: testEngine.version };
  };

  // What repeats goes: an element of which every part, with the part around it, stands earlier on the page or is known from another page. A
  // page of a thousand cards is to axe, whose time grows faster than a page does, a page with one card of each sort. What is named from
  // elsewhere on the page stays, and the title. Menu, header and footer stay too, because rules of the page as a whole count them; marked, they are passed over.

  const MANY = "li, tr, section, article, details, div, p";
  const POINTS = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  // As support/structure.py writes it.
  const partOf = (el) =>
    `${el.localName}.${[...el.classList].sort().join(".")}[${el.getAttribute("role") || ""}|${el.getAttribute("type") || ""}]`;
  const jointOf = (el) => `${partOf(el.parentElement)}>${partOf(el)}`;
  const within = (el) => [el, ...el.querySelectorAll("*")];
  const named = (root) => {
    const counted = new Map();
    for (const el of root.querySelectorAll(POINTS.map((name) => `[${name}]`).join())) {
      for (const id of POINTS.flatMap((name) => (el.getAttribute(name) || "").split(/\s+/))) counted.set(id, (counted.get(id) || 0) + 1);
    }
    return counted;
  };
  const around = (el) => {
    if (!el || el === document.body) return [];
    return [...[...el.parentElement.children].filter((other) => other !== el), ...around(el.parentElement)];
  };
  const thin = (known = []) => {
    const everywhere = named(document);
    const needed = (el) => {
      const inside = named(el);
      return within(el).some(({ id, localName }) => localName === "h1" || (id && (everywhere.get(id) || 0) > (inside.get(id) || 0)));
    };
    const seen = new Set(known);
    const before = seen.size;
    const isSeen = (el) => within(el).every((one) => seen.has(jointOf(one)));
    for (const el of around(document.querySelector("main"))) {
      if (isSeen(el)) el.setAttribute("data-pk-known", "");
      else within(el).forEach((one) => seen.add(jointOf(one)));
    }
    const visit = (el) => {
      if (el.matches(MANY) && isSeen(el) && !needed(el)) {
        el.remove();
        return;
      }
      seen.add(jointOf(el));
      [...el.children].forEach(visit);
    };
    document.querySelectorAll("main > *").forEach(visit);
    return [...seen].slice(before);
  };

  return { axeFinds, cutOff, describe, edgeless, fits, focusing, moving, openAll, sideways, spaced, stops, structure, thin, twice, wrongWithFocused };
})();
