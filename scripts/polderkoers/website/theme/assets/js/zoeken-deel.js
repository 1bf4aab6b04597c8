// The card that answers a part of a long question, where none answers it as a whole.
import { areIn, further, isIn, roots } from "./zoeken-woorden.js";

// A part of a question that weighs less than this share of it says too little.
const FEW = 0.25;
// A place says where, and a group for whom, but not what.
const LESS = { plaats: 0.5, groep: 0.5 };
// A goal has a long name, and a number is for who asks how many (search/answer.py).
const NEVER = ["doel", "aantal"];

// By which words a card is found, without their ends.
const rootsOf = ({ named, silent, alone }) => new Set([...named, ...silent, ...alone].flat().flatMap(roots));
const sum = (words) => words.reduce((total, { weight }) => total + weight, 0);

// The words of a question with what each weighs: the fewer cards have it the more, and nothing when none has it.
const weighed = (words, sets) => words.map((word) => {
  const forms = [...new Set([...roots(word), ...further(word).flatMap(roots)])];
  const among = sets.filter((set) => forms.some((form) => set.has(form))).length;
  return { word, forms, weight: among && 1 / (1 + Math.log(among)) };
});

// Which of the words that are asked for are a name, when all of it is. Of a name in which words say nothing, these must be asked for too.
const askedBy = (name, asked, everything, leftOut) => {
  const needed = name.filter((word) => !leftOut.has(word));
  const found = needed.map((word) => asked.filter(({ forms }) => roots(word).some((root) => forms.includes(root))));
  const isWhole = needed.length === name.length || areIn(name, everything);
  return isWhole && found.every((words) => words.length) ? found.flat() : [];
};

// What of a question a card is about: those words, what they weigh, and the words of it that policy of today never uses, when it is found by those alone.
const partIn = (card, asked, everything, leftOut) => {
  const of = (names) => names.map((name) => askedBy(name, asked, everything, leftOut));
  const [said, silent] = [of(card.named).flat(), of(card.silent)];
  const found = [...new Set([...said, ...silent.flat()])];
  const unsaid = said.length ? undefined : card.stil?.[silent.findIndex((words) => words.length)];
  return { card, unsaid, part: found.map(({ word }) => word), weight: (LESS[card.is] || 1) * sum(found) };
};

// Return the card that is about most of a question, as it was typed or understood, with that `part` of it; nothing when none is about enough of it.
export const partOf = (cards, queries, leftOut) => {
  const able = cards.filter(({ is }) => !NEVER.includes(is));
  const sets = able.map(rootsOf);
  const found = queries.flatMap(({ asked, everything }) => {
    const words = weighed(asked, sets);
    return able.map((card) => partIn(card, words, everything, leftOut)).filter(({ weight }) => weight && weight >= FEW * sum(words));
  });
  const best = found.reduce((most, one) => (one.weight > (most?.weight || 0) ? one : most), undefined);
  return best && { ...best.card, unsaid: best.unsaid, part: best.part };
};

// Whether one of some cards is found by a word.
export const isToldBy = (word, cards) => cards.map(rootsOf).some((set) => isIn(word, set));
