// Dutch words as the search compares them, and words of other languages as far as their letters are written in more ways than one.

// A text of the index as it was: a joint parts the compounds in it, and two of them are that sign itself.
export const unjoined = (text) => text.replace(/\^(\^?)/g, "$1");

// Letters that are another letter with something to it, and no accent: who has no such key types the plain one.
const LETTERS = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", ة: "ه", ى: "ي", ٱ: "ا" };
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640^]/g;

// The words of a text, without capitals, accents and joints.
export const plain = (text) => text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(/[łøđıßæœةىٱ]/g, (letter) => LETTERS[letter]);
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];

const V = "[aeiou]";
const C = "[bcdfghjklmnpqrstvwxz]";
// The end that a word gets in the plural or before a noun, and what stood there before: huizen, huis. What is left has three letters at least.
// Behind -nd an s makes another word: kinds is not of a child, and Nederlands not of Nederland.
const ENDINGS = [
  [`^(.*(?:${V}{2}|ij|[lnr]))zen?$`, "$1s"], [`^(.*(?:${V}{2}|ij|[lnr]))ven?$`, "$1f"],
  [`^(.*${C})([aeou])zen?$`, "$1$2$2s"], [`^(.*${C})([aeou])ven?$`, "$1$2$2f"],
  [`^(.*${C}|)([aeou])(${C})en?$`, "$1$2$2$3"], [`^(.*${V})(${C})\\2en?$`, "$1$2"],
  ["^(kind|ei|lied|rad|blad)eren$", "$1"], ["^(.*)heden$", "$1heid"], ["^(.*)(se|mu|tr)a$", "$1$2um"], ["^(.*e)n$", "$1"],
  [`^(.*(?:${C}{2}|${V}{2}${C}|ij|e[lmnr]|i[gkst]|${V}))en?$`, "$1"], ["^(?!.*nds$)(.{3,}[^s])s$", "$1"], ["^steden$", "stad"], ["^leden$", "lid"], ["^schepen$", "schip"],
  // The article of Arabic.
  ["^ال(.*)$", "$1"],
].map(([ending, end]) => [new RegExp(ending), end]);
// What else Dutch adds to a word: the diminutive, -heid, and the ends of a verb.
const FURTHER = [
  ["^(.{2,})(.)\\2etjes?$", "$1$2"], ["^(.{3,}?)[tp]?jes?$", "$1"], [`^(.*${C})([aeou])\\2(${C})tjes?$`, "$1$2$2$3"], ["^(.{2,})nkjes?$", "$1ng"],
  ["^(.{3,})(?:[td]en?|t)$", "$1"], ["^(?:ge)?(.{3,})[td]$", "$1"], ["^ge(.{3,})en$", "$1"], ["^(.{3,})ende?$", "$1"], ["^(.{4,})heid$", "$1"],
].map(([ending, end]) => [new RegExp(ending), end]);

const without = (word, endings) => endings.filter(([ending]) => ending.test(word)).map(([ending, end]) => word.replace(ending, end)).filter((root) => root.length > 2);

// A word, and what it is without the end of a plural: words are the same when they share one of these.
const kept = new Map();
export const roots = (word) => {
  if (!kept.has(word)) kept.set(word, [word, ...without(word, ENDINGS)]);
  return kept.get(word);
};
// What a word may be a diminutive or a form of a verb of.
export const further = (word) => [...new Set(without(word, FURTHER).flatMap((root) => [root, ...roots(root)]))];

export const same = (one, other) => one === other || roots(one).some((root) => roots(other).includes(root));

// Words by what they are without their ends, so that a thousand names are laid beside them quickly.
export const known = (words) => new Set(words.flatMap(roots));
export const isIn = (word, set) => roots(word).some((root) => set.has(root));
export const share = (words, set) => (words.length ? words.filter((word) => isIn(word, set)).length / words.length : 0);
export const areIn = (words, set) => words.length > 0 && words.every((word) => isIn(word, set));
