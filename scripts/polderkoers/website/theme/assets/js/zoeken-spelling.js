// What a reader may have meant by a word that stands nowhere on the site.
import { plain } from "./zoeken-woorden.js";

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

// A word by its sounds, as far as Dutch writes one sound in more ways.
const sound = (word) =>
  word.replace(/ij/g, "ei").replace(/au/g, "ou").replace(/ch|gh/g, "g").replace(/th/g, "t").replace(/ph|v/g, "f").replace(/z/g, "s")
    .replace(/ck|c|q/g, "k").replace(/b(?=[st]|$)/g, "p").replace(/d(?=[st]|$)/g, "t").replace(/(.)\1+/g, "$1");
const letters = (word) => [...word].sort().join("");

// A word of fewer letters is too much like others to say what was meant. From `ONE` letters on one slip leaves no doubt, and from `TWO` on
// two do not; of a shorter word two slips make another word.
const FEWEST = 5;
const ONE = 7;
const TWO = 10;

// One vowel in the place of another makes another word as often as a slip: dochter is no dichter.
const VOWELS = /[aeiouy]/;
const isOtherVowel = (word, other) => {
  if (word.length !== other.length || word.length >= TWO) return false;
  const unlike = [...word].map((letter, place) => [letter, other[place]]).filter(([one, two]) => one !== two);
  return unlike.length === 1 && unlike[0].every((letter) => VOWELS.test(letter));
};

// Words that only differ in their vowels and do not sound alike are two words: kappen and koppen, kleren and kleuren.
const skeleton = (word) => word.replace(/[aeiouy]+/g, "a");
const isAnother = (word, other) => word.length < ONE && skeleton(word) === skeleton(other) && sound(word) !== sound(other) && letters(word) !== letters(other);

const isSure = (word, other, away) =>
  sound(word) === sound(other)
  || (!isOtherVowel(word, other) && word[0] === other[0] && (word.length >= TWO || (away === 1 && (word.length >= ONE || letters(word) === letters(other)))));

// Return the word of the site that is closest to one that is not on it, as it is written there, and whether no
// doubt is left that it was meant; nothing when none is close. `known` are the words of the site, with how much each is used.
export const closest = (word, known) => {
  if (word.length < FEWEST) return undefined;
  const limit = word.length < TWO ? 1 : 2;
  let best;
  for (const { word: other, used } of known) {
    // A word that is used once is as likely to be a slip itself.
    if (used < 2 || other.length < 4) continue;
    const close = plain(other);
    const away = distance(word, close, limit);
    if (away > limit || isAnother(word, close)) continue;
    // A typing error is hardly ever in the first letter, and sounds alike.
    const cost = away + (close[0] === word[0] ? 0 : 0.5) - (sound(word) === sound(close) ? 0.75 : 0) - used / 20;
    if (!best || cost < best.cost) best = { word: other, cost, sure: isSure(word, close, away) };
  }
  return best;
};

// Return the word of the site that sounds like one that is not on it, and is one slip away, or nothing.
export const soundsLike = (word, known) => {
  if (word.length < FEWEST) return undefined;
  const wanted = sound(word);
  return known.find(({ word: other, used }) => used > 1 && other[0] === word[0] && sound(plain(other)) === wanted && distance(word, plain(other), 1) < 2)?.word;
};
