// Finds pages, and puts the best first.
import { meanings, partsOf, vocabulary } from "./zoeken-kennen.js";
import { plain, same, unjoined, wordsOf } from "./zoeken-woorden.js";

const FEW = 3;
const EXCERPT = 26;

// The index ranks the text; titles and words of residents are weighed here, because the index counts a compound in them many
// times over. A page made for residents counts more than a plan (see search/collect.py).
const RANKING = {
  termSimilarity: 2, pageLength: 0.3, termSaturation: 1.2, termFrequency: 1,
  metaWeights: { title: 0, zoekwoorden: 0, delen: 0, uitleg: 0 },
};
const BY_RANK = [1, 0.85, 0.6, 0.25];
// Pages for who edits the data: only all words of a query are asked of them.
const FOR_EDITORS = 3;

// Where the index, the table of pages and the words stand, where the site begins, and the words that say nothing.
let places;
export const prepare = (found) => { places = found; };

const asked = (address, form) => fetch(address).then((answer) => answer[form]());
let loading;
export const load = () => {
  loading ||= Promise.all([
    import(new URL("pagefind.js", places.index).href), asked(places.pages, "json"), asked(places.words, "text"),
  ]).then(async ([pagefind, table, words]) => {
    await pagefind.options({ excerptLength: EXCERPT, baseUrl: places.home.pathname, noWorker: true, ranking: RANKING });
    await pagefind.init();
    return { pagefind, table, known: { ...vocabulary(words), leftOut: places.leftOut } };
  });
  loading.catch(() => { loading = undefined; });
  return loading;
};

// The indexes of other sites that a portal searches too: of all of them, or only of those that are wanted, each loaded once.
const joined = new Map();
const join = ({ id, adres }, pagefind) => {
  const options = { language: "mul", baseUrl: adres, excerptLength: EXCERPT, ranking: RANKING };
  if (!joined.has(id)) joined.set(id, pagefind.mergeIndex(new URL(`deelnemers/${id}/`, places.pages).pathname, options));
  return joined.get(id);
};

const meaningful = (query) => {
  const all = wordsOf(query);
  const kept = all.filter((word) => !places.leftOut.has(word));
  // Where nothing else is asked for, letters are: B en W.
  const letters = all.filter((word) => word.length === 1);
  return [kept, letters, all].find((words) => words.length) || [];
};

// The pages that have one of the forms of a word. The index also finds longer words that begin so, and takes the beginning of a word
// that it lacks: only what it finds between quotes stands there.
const search = async (pagefind, { word, forms, how }) => {
  const found = new Map();
  for (const form of forms) {
    const [exact, scored] = await Promise.all([pagefind.search(`"${form}"`), pagefind.search(form)]);
    const scores = new Map(scored.results.map(({ id, score }) => [id, score]));
    for (const result of exact.results) {
      const score = (scores.get(result.id) ?? 0) * (how !== "begin" && plain(form) === word ? 1 : 0.9);
      if (score > (found.get(result.id)?.score ?? -1)) found.set(result.id, { id: result.id, data: result.data, score });
    }
  }
  return found;
};

// The index parts a compound behind a hyphen, and then lacks it as a whole: such a word is looked for by its parts.
const searchParted = async (pagefind, one, known) => {
  const found = await search(pagefind, one);
  const parts = found.size ? [] : partsOf(one.word, known);
  if (!parts.length) return found;
  const [first, last] = await Promise.all(parts.map((word) => search(pagefind, { word, forms: [word], how: one.how })));
  return new Map([...first].filter(([id]) => last.has(id)));
};

// Pages with all words come first. When there are few of them, pages with a part of the words follow. On a portal only `owners` are
// searched, or all when there are none. `free` is whether a word that is not there may be read as one that is.
export const find = async (query, owners = [], free = true) => {
  const { pagefind, table, known } = await load();
  const wanted = (table.deelnemers || []).filter(({ naam }) => !owners.length || owners.includes(naam));
  await Promise.all(wanted.map((site) => join(site, pagefind)));
  const meant = meanings(meaningful(query), known, free);
  const words = meant.map(({ word }) => plain(word));
  if (/^".+"$/.test(query)) {
    const { results } = await pagefind.search(query);
    return { ...ranked(results, results.length, words, query, table), meant };
  }
  const there = meant.filter(({ forms }) => forms.length);
  const perWord = await Promise.all(there.map((one) => searchParted(pagefind, one, known)));
  const together = there.length > 1 ? (await pagefind.search(there.map(({ forms }) => forms[0]).join(" "))).results : [];
  return { ...ranked(...whole(meant, perWord, together), words, query, table), meant };
};

// All pages that have one of some words, with what share of the words each has; and how many have all of them.
const isNumber = ({ word }) => /^\d+$/.test(word);
const whole = (meant, perWord, together) => {
  const there = meant.filter(({ forms }) => forms.length);
  const both = new Map(together.map((one) => [one.id, one]));
  const total = new Map();
  for (const found of perWord) {
    for (const [id, result] of found) {
      const seen = total.get(id) || { ...result, score: 0, hits: 0 };
      total.set(id, { ...seen, score: seen.score + result.score, hits: seen.hits + 1 });
    }
  }
  const all = [...total.values()].map((result) => {
    const one = both.get(result.id);
    return one ? { ...result, data: one.data, score: result.score + one.score } : result;
  });
  // A year alone says nothing of what is asked beside it.
  const isAbout = ({ id }) => perWord.some((found, place) => found.has(id) && !isNumber(there[place]));
  const some = meant.every(isNumber) ? all : all.filter(isAbout);
  const complete = some.filter((result) => result.hits === perWord.length);
  if (complete.length >= FEW) return [complete, complete.length];
  return [some.map((result) => ({ ...result, share: (result.hits / perWord.length) ** 2 })), complete.length];
};

// What counts how much. The text counts as a share of the best text, so that rare and common words are treated alike.
const TEXT = 4;
const TITLE = 8;
const WHOLE_TITLE = 6;
const LED_TO = 8;

// Two texts of the same words, however written.
const isSame = (one, other) => wordsOf(one).join(" ") === wordsOf(other).join(" ");

// A row says whether its whole title is what was typed (`named`): who types that wants that page, of whatever time it is.
const ranked = (results, complete, asked, query, table) => {
  const leads = ledTo(asked, [...asked, ...wordsOf(query)], table);
  const best = Math.max(...results.map(({ score }) => score)) || 1;
  const rows = results.filter(({ id, share: part = 1 }) => table.paginas[id] && (part === 1 || table.paginas[id][1] < FOR_EDITORS)).map((result) => {
    const [title, rank, ...values] = table.paginas[result.id];
    const score = (TEXT * result.score) / best + ofTitle(title, asked);
    const led = LED_TO * (leads.get(result.id) || 0);
    return { ...result, title: unjoined(title), jointed: title, named: isSame(title, query), values, score: BY_RANK[rank] * (score * (result.share ?? 1) + led) };
  });
  rows.sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, "nl"));
  return { rows, asked, complete };
};

const ofTitle = (title, asked) => {
  const words = title.split(/[^\p{L}\p{N}^]+/u).map((word) => [word, ...word.split("^")].map(plain)).filter(([word]) => word && !places.leftOut.has(word));
  const hit = (word, parts) => {
    const [whole, ...within] = parts;
    if (same(whole, word) || (within.length > 1 && within.every((part) => asked.some((each) => same(part, each))))) return 1;
    if (parts.some((part) => same(part, word))) return 0.9;
    return word.length > 3 && whole.startsWith(word) ? 0.4 : 0;
  };
  const named = asked.reduce((sum, word) => sum + Math.max(0, ...words.map((parts) => hit(word, parts))), 0) / asked.length;
  const short = Math.min(1, asked.length / (words.length || 1));
  return TITLE * named ** 1.5 * (0.5 + 0.5 * short) + (named === 1 && short === 1 ? WHOLE_TITLE : 0);
};

// How many of the words are among others, from 0 to 1.
const share = (some, others) => some.filter((word) => others.some((other) => same(other, word))).length / some.length;

// The pages to which words of residents lead, with how much that counts: the first page the most. On a portal each site has its own.
const ledTo = (asked, typed, table) => {
  const ids = Object.keys(table.paginas);
  const found = new Map();
  for (const [phrase, pages] of Object.entries(table.woorden)) {
    const needed = wordsOf(phrase).filter((word) => !places.leftOut.has(word));
    if (!needed.length || share(needed, asked) < 1) continue;
    // What is left of a phrase without the words that say nothing may say little.
    const all = wordsOf(phrase);
    const weight = (needed.length / asked.length) * (all.length === needed.length || share(all, typed) === 1 ? 1 : needed.length / all.length);
    for (const list of table.deelnemers ? pages : [pages]) {
      list.forEach((page, place) => {
        const counts = weight * Math.max(0.4, 1.4 - 0.25 * place);
        found.set(ids[page], Math.max(found.get(ids[page]) || 0, counts));
      });
    }
  }
  return found;
};
