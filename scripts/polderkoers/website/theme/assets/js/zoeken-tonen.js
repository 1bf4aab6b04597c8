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

const text = (excerpt) => `${/^\p{Ll}/u.test(excerpt) ? "… " : ""}${excerpt}${/[.!?]$/.test(excerpt) ? "" : " …"}`;

// The index marks every word that begins like one that was asked for: a mark is for the word itself, in one of its forms, and for the part of a
// compound that it is.
const isAsked = (word, asked) => asked.some((each) => same(plain(word), each));
const withMarks = (jointed, asked) =>
  jointed.split(/([\p{L}\p{N}]+(?:\^[\p{L}\p{N}]+)*)/u).flatMap((piece, place) => {
    if (place % 2 === 0) return [unjoined(piece)];
    return isAsked(piece, asked) ? [mark(unjoined(piece))] : piece.split("^").map((part) => (isAsked(part, asked) ? mark(part) : part));
  });

// What a term, place or organisation is says more than pieces of the lists on its page.
const aboutIt = ({ excerpt, meta }, asked) => withMarks(meta.uitleg || text(decoded(excerpt)), asked);

// The words of residents by which a page was found, when they say something that its title does not.
const foundBy = (data, title, asked) =>
  (data.meta.zoekwoorden || "").split(", ").filter((words) => {
    const own = wordsOf(unjoined(words));
    const more = own.some((word) => !plain(title).includes(word));
    return more && asked.some((word) => own.some((other) => same(other, word)));
  });

const inside = (data, link) =>
  data.sub_results.filter((sub) => sub.anchor?.id).slice(0, 2).map((sub) =>
    make("li", {}, make("a", { href: `${link}#${sub.anchor.id}`, textContent: unjoined(sub.title) })));

const standing = (word) =>
  make("span", { className: `pk-badge pk-badge--${word === "Ingetrokken" ? "klei" : "graan"} pk-merk`, textContent: word });

// `asked` are the words that a mark is for, `about` is the kind of page and its document; only a page of policy has parts worth a link of their own. `marks` say that it
// is not in force, `owners` on a portal whose page it is.
export const item = (result, data, asked, about, home, marks = [], owners = []) => {
  const link = new URL(`./${data.raw_url.replace(/^\//, "")}`, home).href;
  // Words that stand in the text need no explanation.
  const by = data.locations.length ? [] : foundBy(data, result.title, asked);
  const parts = about.length > 1 ? inside(data, link) : [];
  const block = make("li", { className: "pk-zoek__item" },
    make("h2", { className: "pk-zoek__titel" }, make("a", { href: link }, ...withMarks(result.jointed, asked)), ...marks.flatMap((word) => [" ", standing(word)])),
    make("p", { className: "pk-zoek__soort", textContent: [...owners, ...about].join(" · ") }),
    make("p", { className: "pk-zoek__tekst" }, ...aboutIt(data, asked)));
  if (by.length) block.append(make("p", { className: "pk-zoek__ook" }, "Hoort bij: ", ...withMarks(by.slice(0, 3).join(", "), asked)));
  if (parts.length) block.append(make("ul", { className: "pk-zoek__binnen" }, ...parts));
  return block;
};
