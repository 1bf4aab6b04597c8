// "Bedoelde je": the words of the site that are closest to what was typed.
import { forms, plain, stem } from "./zoeken-woorden.js";

let words;
// Every line is a word and a digit for how much it is used.
const vocabulary = (address) => {
  words ||= fetch(address)
    .then((answer) => answer.text())
    .then((text) => text.split("\n").map((line) => ({ word: line.slice(0, -1), used: Number(line.at(-1)) })));
  return words;
};

// The number of letters to change, add, leave out or swap, as far as it is at most `limit`.
const distance = (from, to, limit) => {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let [before, last] = [[], Array.from({ length: to.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + cost);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return last[to.length];
};

const closest = (word, known) => {
  const limit = word.length < 6 ? 1 : 2;
  let best;
  for (const { word: other, used } of known) {
    const away = distance(word, plain(other), limit);
    // A typing error is hardly ever in the first letter.
    const cost = away + (other[0] === word[0] ? 0 : 0.5) - used / 20;
    if (away && away <= limit && (!best || cost < best.cost)) best = { other, cost };
    if (!away) return undefined;
  }
  // A verb in another form is no typing error.
  return [word.slice(0, -1), `${word.slice(0, -1)}en`].includes(best?.other) ? undefined : best?.other;
};

// Return the query as it may have been meant, or nothing; the list of words at the address is loaded once.
export const suggestion = async (asked, address) => {
  const known = await vocabulary(address);
  const isKnown = (word) => known.some(({ word: other }) => plain(other).startsWith(word) || forms(word).includes(plain(other)));
  const better = asked.map((word) => (word.length < 4 || isKnown(word) ? word : closest(word, known) || word));
  return better.join(" ") === asked.join(" ") ? "" : better.join(" ");
};

// Of a word that it does not know, the index takes the longest beginning that it does know.
export const looksUnknown = (asked, shown) => asked.some((word) => {
  const texts = shown.map(({ data }) => plain(`${data.meta.title} ${data.meta.zoekwoorden || ""} ${data.content}`));
  return !forms(word).concat(stem(word)).some((form) => texts.some((text) => text.includes(form)));
});
