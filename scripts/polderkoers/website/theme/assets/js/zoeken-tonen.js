// Shows one page that was found: its title, kind and document, where the words stand, and why it was found.
import { plain, same, unjoined, wordsOf } from "./zoeken-woorden.js";

export const make = (name, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

// The same question in another language: the choice of a language leads to it.
export const carried = (search) => {
  for (const link of document.querySelectorAll(".pk-talen a")) if (link.pathname.endsWith("/zoeken/")) link.search = search;
};

const mark = (text) => make("mark", { textContent: text });
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const decoded = (html) => html.replace(/<\/?mark>/g, "").replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);

// The index marks a word with the signs around it; a mark is only for the word.
const marked = (excerpt) =>
  unjoined(excerpt).split(/(<mark>.*?<\/mark>)/).flatMap((piece) => {
    if (!piece.startsWith("<mark>")) return [decoded(piece)];
    const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(decoded(piece));
    return word ? [before, mark(word), after] : [before];
  });

// What a term, place or organisation is says more than pieces of the lists on its page.
const aboutIt = ({ excerpt, meta }, asked) =>
  meta.uitleg ? withMarks(unjoined(meta.uitleg), asked) : marked(withDots(excerpt));

const withDots = (excerpt) =>
  `${/^(?:<mark>)?[\p{Ll}]/u.test(excerpt) ? "… " : ""}${excerpt}${/[.!?](?:<\/mark>)?$/.test(excerpt) ? "" : " …"}`;

const withMarks = (text, asked) =>
  text.split(/([\p{L}\p{N}]+)/u).map((piece) => {
    const word = plain(piece);
    return word && asked.some((each) => same(word, each) || (each.length > 3 && word.includes(each))) ? mark(piece) : piece;
  });

// The words of residents by which a page was found, when they say something that its title does not.
const foundBy = (data, title, asked) =>
  unjoined(data.meta.zoekwoorden || "").split(", ").filter((words) => {
    const own = wordsOf(words);
    const more = own.some((word) => !plain(title).includes(word));
    return more && asked.some((word) => own.some((other) => same(other, word)));
  });

const inside = (data, link) =>
  data.sub_results.filter((sub) => sub.anchor?.id).slice(0, 2).map((sub) =>
    make("li", {}, make("a", { href: `${link}#${sub.anchor.id}`, textContent: unjoined(sub.title) })));

const standing = (word) =>
  make("span", { className: `pk-badge pk-badge--${word === "Ingetrokken" ? "klei" : "graan"} pk-merk`, textContent: word });

// `about` is the kind of page and its document; only a page of policy has parts worth a link of their own. `marks` say that it
// is not in force, `owners` on a portal whose page it is.
export const item = (result, data, asked, about, home, marks = [], owners = []) => {
  const link = new URL(`./${data.raw_url.replace(/^\//, "")}`, home).href;
  // Words that stand in the text need no explanation.
  const by = data.locations.length ? [] : foundBy(data, result.title, asked);
  const parts = about.length > 1 ? inside(data, link) : [];
  const block = make("li", { className: "pk-zoek__item" },
    make("h2", { className: "pk-zoek__titel" }, make("a", { href: link }, ...withMarks(result.title, asked)), ...marks.flatMap((word) => [" ", standing(word)])),
    make("p", { className: "pk-zoek__soort", textContent: [...owners, ...about].join(" · ") }),
    make("p", { className: "pk-zoek__tekst" }, ...aboutIt(data, asked)));
  if (by.length) block.append(make("p", { className: "pk-zoek__ook" }, "Hoort bij: ", ...withMarks(by.slice(0, 3).join(", "), asked)));
  if (parts.length) block.append(make("ul", { className: "pk-zoek__binnen" }, ...parts));
  return block;
};
