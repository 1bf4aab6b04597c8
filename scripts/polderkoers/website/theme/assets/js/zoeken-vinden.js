// Finds pages, and puts the best first.
import { forms, plain, same, unjoined, wordsOf } from "./zoeken-woorden.js";

const FEW = 3;
const EXCERPT = 26;

// The index ranks the text; titles and words of residents are weighed here, because the index counts a compound in them many
// times over. A page made for residents counts more than a plan (see search/collect.py).
const RANKING = {
  termSimilarity: 2, pageLength: 0.3, termSaturation: 1.2, termFrequency: 1,
  metaWeights: { title: 0, zoekwoorden: 0, delen: 0, uitleg: 0 },
};
const BY_RANK = [1, 0.85, 0.6, 0.25];

// Where the index and the table of pages stand, where the site begins, and the words that say nothing.
let places;
export const prepare = (found) => { places = found; };

let loading;
export const load = () => {
  loading ||= Promise.all([
    import(new URL("pagefind.js", places.index).href),
    fetch(places.pages).then((answer) => answer.json()),
  ]).then(async ([pagefind, table]) => {
    await pagefind.options({ excerptLength: EXCERPT, baseUrl: places.home.pathname, noWorker: true, ranking: RANKING });
    await pagefind.init();
    return { pagefind, table };
  });
  loading.catch(() => { loading = undefined; });
  return loading;
};

// The indexes of other sites that a portal searches too: of all of them, or only of those that are wanted, each loaded once.
const joined = new Map();
const join = ({ id, adres }, pagefind) => {
  const options = { language: "nl", baseUrl: adres, excerptLength: EXCERPT, ranking: RANKING };
  if (!joined.has(id)) joined.set(id, pagefind.mergeIndex(new URL(`deelnemers/${id}/`, places.pages).pathname, options));
  return joined.get(id);
};

const meaningful = (query) => {
  const all = wordsOf(query);
  const kept = all.filter((word) => !places.leftOut.has(word));
  return kept.length ? kept : all;
};

const search = async (pagefind, word) => {
  const found = new Map();
  for (const [place, form] of forms(word).entries()) {
    for (const result of (await pagefind.search(form)).results) {
      const score = result.score * (place ? 0.9 : 1);
      if (score > (found.get(result.id)?.score ?? -1)) found.set(result.id, { ...result, score });
    }
  }
  return found;
};

// Pages with all words come first. When there are few of them, pages with a part of the words follow. On a portal only `owners` are
// searched, or all when there are none.
export const find = async (query, owners = []) => {
  const { pagefind, table } = await load();
  const wanted = (table.deelnemers || []).filter(({ naam }) => !owners.length || owners.includes(naam));
  await Promise.all(wanted.map((site) => join(site, pagefind)));
  if (/^".+"$/.test(query)) return ranked((await pagefind.search(query)).results, wordsOf(query), table);
  const asked = meaningful(query);
  const allWords = asked.length > 1 ? (await pagefind.search(asked.join(" "))).results : [];
  const together = new Map(allWords.map((one) => [one.id, one]));
  const perWord = await Promise.all(asked.map((word) => search(pagefind, word)));
  const total = new Map();
  for (const found of perWord) {
    for (const [id, result] of found) {
      const seen = total.get(id) || { ...result, score: 0, hits: 0 };
      total.set(id, { ...seen, score: seen.score + result.score, hits: seen.hits + 1 });
    }
  }
  const all = [...total.values()].map((result) => {
    const one = together.get(result.id);
    return one ? { ...result, data: one.data, score: result.score + one.score } : result;
  });
  const complete = all.filter((result) => result.hits === asked.length);
  if (complete.length >= FEW) return ranked(complete, asked, table);
  return ranked(all.map((result) => ({ ...result, share: (result.hits / asked.length) ** 2 })), asked, table, complete.length);
};

// What counts how much. The text counts as a share of the best text, so that rare and common words are treated alike.
const TEXT = 4;
const TITLE = 8;
const WHOLE_TITLE = 6;
const LED_TO = 8;

const ranked = (results, asked, table, complete = results.length) => {
  const leads = ledTo(asked, table);
  const best = Math.max(...results.map(({ score }) => score)) || 1;
  const rows = results.filter(({ id }) => table.paginas[id]).map((result) => {
    const [title, rank, ...values] = table.paginas[result.id];
    const score = (TEXT * result.score) / best + ofTitle(title, asked);
    const led = LED_TO * (leads.get(result.id) || 0);
    return { ...result, title: unjoined(title), values, score: BY_RANK[rank] * (score * (result.share ?? 1) + led) };
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
const ledTo = (asked, table) => {
  const ids = Object.keys(table.paginas);
  const found = new Map();
  for (const [phrase, pages] of Object.entries(table.woorden)) {
    const needed = wordsOf(phrase).filter((word) => !places.leftOut.has(word));
    if (!needed.length || share(needed, asked) < 1) continue;
    const weight = needed.length / asked.length;
    for (const list of table.deelnemers ? pages : [pages]) {
      list.forEach((page, place) => {
        const counts = weight * Math.max(0.4, 1.4 - 0.25 * place);
        found.set(ids[page], Math.max(found.get(ids[page]) || 0, counts));
      });
    }
  }
  return found;
};
