// The answer above the results: what a word or place is, a goal, a number, or that this site does not know.
import { partOf } from "./zoeken-deel.js";
import { make } from "./zoeken-tonen.js";
import { areIn, isIn, known, share, wordsOf } from "./zoeken-woorden.js";
import { quoted } from "./zoeken-zeggen.js";

// A name that is this share of what is asked is what it is about.
const ENOUGH = 0.5;
const SHOWN = 3;
// What an answer is about, whatever an organisation calls it (search/answer.py).
const [GOAL, COUNTED, WITH_MORE] = ["doel", "aantal", ["plaats", "groep"]];

let loading;
// Load the cards, once.
export const loadCards = (address) => {
  loading ||= fetch(address).then((answer) => answer.json()).then((found) => found.map((card) => ({
    ...card, named: (card.geheel ? [] : [card.titel, ...(card.namen || [])]).map(wordsOf), silent: (card.stil || []).map(wordsOf), alone: (card.geheel || []).map(wordsOf),
  })));
  loading.catch(() => { loading = undefined; });
  return loading;
};

// What is in no source is asked for by few words, and what it says is no page that is found as well.
const FOREMOST = { antwoord: 0.2, [COUNTED]: 0.15 };

// How well a name is what is asked for, from 0 to 1; more when nothing else is asked.
const namedBy = (name, { asked, askedFor, all, everything }, leftOut) => {
  const needed = name.filter((word) => !leftOut.has(word));
  const literally = areIn(name, everything);
  if (!needed.length) return literally && areIn(all, known(name)) ? 2 : 0;
  if (!areIn(needed, askedFor)) return 0;
  const wanted = share(asked, known(needed));
  // What is left of a phrase without the words that say nothing may say little.
  return (wanted + (wanted === 1 ? 1 : 0)) * (literally ? 1 : needed.length / name.length);
};
// How well a long name is what is asked for in some of its words.
const partlyNamedBy = (name, { asked, askedFor }, leftOut) =>
  (asked.length > 1 && areIn(asked, known(name)) ? share(name.filter((word) => !leftOut.has(word)), askedFor) : 0);

const fits = ({ named, silent, alone, is }, query, leftOut) => {
  if (alone.some((name) => areIn(name, query.everything) && areIn(query.asked, known(name)))) return 3;
  if (is === GOAL) return Math.max(0, ...named.map((name) => namedBy(name, query, leftOut) || partlyNamedBy(name, query, leftOut)));
  // Who does not ask how many, does not want a number.
  const isAsked = (name) => is !== COUNTED || areIn(name, query.everything);
  // The first name is its own.
  const best = Math.max(0, ...[...named, ...silent].map((name, place) => {
    const fit = isAsked(name) && namedBy(name, query, leftOut);
    return fit && fit + (place ? 0 : 0.1) + (name.every((word) => query.all.includes(word)) ? 0.05 : 0);
  }));
  return best && best + (FOREMOST[is] || 0);
};

// The name that a subject or term is found by of which own policy says nothing, unless it is found by another as well.
const unsaidOf = ({ named, silent, stil }, queries, leftOut) => {
  const best = (names) => names.map((name) => Math.max(...queries.map((query) => namedBy(name, query, leftOut))));
  const [unsaid, said] = [best(silent), best(named)];
  const most = Math.max(0, ...unsaid);
  return most > Math.max(0, ...said) ? stil[unsaid.indexOf(most)] : undefined;
};

const bestOf = (scored) => {
  let [best, most] = [undefined, ENOUGH - 0.01];
  for (const { card, fit } of scored) if (fit > most) [best, most] = [card, fit];
  return best;
};
// What a card leads to: of more than are shown, those that have most of what is asked for.
const foremost = (card, asked) => {
  const count = (text) => wordsOf(text).filter((word) => isIn(word, asked)).length;
  const meer = (card.meer || []).map((lead) => ({ lead, hits: count(lead[0]) })).sort((one, other) => other.hits - one.hits).slice(0, SHOWN).map(({ lead }) => lead);
  return { ...card, meer };
};

// Return the cards among some that answer a query: the best, and before a place or a group what else is asked for about it; or else one that
// answers a part of it. `words` are the words of it that say something, as they were typed and as they were understood.
export const cardsFor = (cards, query, words, leftOut) => {
  const all = [...new Set([wordsOf(query), ...words].flat())];
  const queries = words.map((asked) => ({ asked, askedFor: known(asked), all, everything: known(all) }));
  const scored = cards.map((card) => ({ card, fit: Math.max(...queries.map((each) => fits(card, each, leftOut))) }));
  const best = bestOf(scored);
  const about = known(words.flat());
  if (!best) return [partOf(cards, queries, leftOut)].filter(Boolean).map((card) => foremost(card, about));
  const besides = WITH_MORE.includes(best.is) && bestOf(scored.filter(({ card }) => !WITH_MORE.includes(card.is)));
  return [besides, best].filter(Boolean).map((card) => ({ ...foremost(card, about), unsaid: unsaidOf(card, queries, leftOut) }));
};

// What a card says before its answer: of words that policy of today never uses, or that it answers a part of the question.
export const before = ({ unsaid, part }) => {
  if (unsaid) return `Het beleid van nu noemt “${unsaid}” niet. Dit komt het dichtst in de buurt:`;
  return part ? `Op je hele vraag staat hier geen antwoord. Dit gaat over ${quoted(part)}:` : "";
};
const linked = (text, address, home) => (address ? make("a", { href: new URL(address, home).href, textContent: text }) : text);

const SVG = "http://www.w3.org/2000/svg";
// Decoration beside a title: a place on the sheet of drawings, or a picture of the site itself.
const drawn = (address) => {
  if (!address.hash) return make("img", { className: "pk-tekening pk-tekening--klein", src: address.href, alt: "" });
  const [picture, use] = ["svg", "use"].map((name) => document.createElementNS(SVG, name));
  picture.setAttribute("class", "pk-tekening pk-tekening--klein");
  picture.setAttribute("aria-hidden", "true");
  use.setAttribute("href", address.href);
  picture.append(use);
  return picture;
};

// What a card shows, below the address of the site.
export const shown = ({ soort, titel, tekst, adres, kop, meer = [], terecht = [], tekening, unsaid, part }, home) => {
  const said = before({ unsaid, part });
  const parts = [
    ...(said ? [make("p", { className: "pk-zoek__ongezegd", textContent: said })] : []),
    ...(tekening ? [drawn(new URL(tekening, home))] : []),
    make("p", { className: "pk-zoek__soort", textContent: soort }),
    make("h2", { className: "pk-zoek__titel" }, linked(titel, adres, home)),
  ];
  if (tekst) parts.push(make("p", { textContent: tekst }));
  if (meer.length) {
    parts.push(make("p", { className: "pk-zoek__kop", textContent: kop }), make("ul", { className: "pk-zoek__meer" },
      ...meer.map(([text, address, note]) => make("li", {}, linked(text, address, home), note ? ` (${note})` : ""))));
  }
  if (terecht.length) {
    const places = terecht.map(([text, address]) => linked(text, address, home));
    parts.push(make("p", { className: "pk-zoek__terecht" }, "Waar je terechtkunt: ", ...places.flatMap((place, number) => (number ? [" en ", place] : [place]))));
  }
  return parts;
};
