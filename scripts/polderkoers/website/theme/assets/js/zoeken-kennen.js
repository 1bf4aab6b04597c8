// What the words of a question are on this site: there as they stand, in another form, meant otherwise, or not there.
import { closest, soundsLike } from "./zoeken-spelling.js";
import { further, plain, roots } from "./zoeken-woorden.js";

// A beginning of this many letters says which words one means; a shorter one says nothing.
const BEGINNING = 4;
const BEGUN = 8;
const LINKS = ["", "s", "en", "n", "e"];

// Return the words of the site of a list in which each line is a word and a digit for how much it is used: by themselves, and by what
// they are without the end of a plural.
export const vocabulary = (text) => {
  const words = text.split("\n").filter(Boolean).map((line) => ({ word: line.slice(0, -1), used: Number(line.at(-1)) }));
  const byRoot = new Map();
  for (const { word } of words) {
    for (const root of roots(plain(word))) byRoot.set(root, [...(byRoot.get(root) || []), word]);
  }
  return { words, byRoot };
};

const among = (wanted, { byRoot }) => [...new Set(wanted.flatMap((root) => byRoot.get(root) || []))];
const asItStands = (word, known) => among(roots(word), known);
const begun = (word, { words }) =>
  word.length < BEGINNING ? [] : words.filter(({ word: other, used }) => used && plain(other).startsWith(word)).sort((a, b) => b.used - a.used).slice(0, BEGUN).map(({ word: other }) => other);

// Return the two words of the site that a compound is made of, each a whole one that says something, or nothing.
export const partsOf = (word, known) => {
  const whole = (part) => part.length >= BEGINNING && !known.leftOut?.has(part) && known.byRoot.get(part)?.some((other) => plain(other) === part);
  for (let cut = word.length - BEGINNING; cut >= BEGINNING; cut -= 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    const first = LINKS.filter((link) => head.endsWith(link)).map((link) => head.slice(0, head.length - link.length)).find(whole);
    if (first && whole(tail)) return [first, tail];
  }
  return [];
};

// A word that begins with one of the site, and goes on with one that it lacks: rolstoelvriendelijk.
const HEAD = 7;
const headOf = (word, known) => {
  for (let cut = word.length - BEGINNING; cut >= HEAD; cut -= 1) {
    const head = word.slice(0, cut);
    if (!known.leftOut?.has(head) && known.byRoot.get(head)?.some((other) => plain(other) === head)) return [head];
  }
  return [];
};

// Return of a word what is searched for in its place: `word` with its `forms` on the site, and `how` it came to that. Without `free` a
// word stays what was typed.
const meaning = (asked, known, free) => {
  const forms = asItStands(asked, known);
  if (forms.length) return [{ asked, word: asked, forms, how: "zelf" }];
  const corrected = (word) => [{ asked, word, forms: asItStands(plain(word), known), how: "spelling" }];
  const alike = free && soundsLike(asked, known.words);
  if (alike) return corrected(alike);
  const derived = among(further(asked), known);
  if (derived.length) return [{ asked, word: plain(derived[0]), forms: derived, how: "zelf" }];
  const begins = begun(asked, known);
  if (begins.length) return [{ asked, word: asked, forms: begins, how: "begin" }];
  const parts = partsOf(asked, known);
  if (parts.length) return parts.map((word) => ({ asked, word, forms: asItStands(word, known), how: "delen" }));
  const near = closest(asked, known.words);
  if (free && near?.sure) return corrected(near.word);
  const heads = headOf(asked, known);
  if (heads.length) return heads.map((word) => ({ asked, word, forms: asItStands(word, known), how: "delen" }));
  return [{ asked, word: asked, forms: [], how: "niet", near: near?.word }];
};

export const meanings = (words, known, free = true) => words.flatMap((word) => meaning(word, known, free));

// The words of a text that a mark is for: of a beginning those that begin so, of anything else the word itself.
export const toMark = (meant) => meant.flatMap(({ word, forms, how }) => (how === "begin" ? forms : [word])).map(plain);
