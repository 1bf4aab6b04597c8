// The page for searching in another language. All that can be found stands in it, and is shown as far as it has the words of a query.
import { carried, make } from "./zoeken-tonen.js";
import { plain, wordsOf } from "./zoeken-woorden.js";

const root = document.querySelector("[data-pk-zoek-taal]");
const field = document.querySelector("#pk-query");
const count = root.querySelector("[data-pk-zoek-telling]");
const list = root.querySelector("[data-pk-zoek-lijst]");
const dutch = root.querySelector("[data-pk-zoek-nederlands]");
const said = root.dataset;
const leftOut = new Set(wordsOf(said.weglaten));
// The ends and the beginnings that a word gets in this language; of a word at least three letters are left, and four behind a longer end.
const longest = (text) => wordsOf(text).sort((one, other) => other.length - one.length);
const [ends, begins] = [longest(said.uitgangen), longest(said.voorvoegsels)];
const LEAST = 3;
const [IN_TITLE, LED_TO, ALSO_LED_TO, IN_TEXT] = [4, 5, 2, 1];

const kept = new Map();
const without = (word) => {
  const fronts = [word, ...begins.filter((begin) => word.startsWith(begin) && word.length - begin.length >= LEAST).map((begin) => word.slice(begin.length))];
  return new Set(fronts.flatMap((front) => [front, ...ends
    .filter((end) => front.endsWith(end) && front.length - end.length >= (end.length > 1 ? LEAST + 1 : LEAST)).map((end) => front.slice(0, -end.length))]));
};
const roots = (word) => {
  if (!kept.has(word)) kept.set(word, without(word));
  return kept.get(word);
};
const alike = (one, other) => one === other || [...roots(one)].some((each) => roots(other).has(each));

const telling = (words) => {
  const some = words.filter((word) => !leftOut.has(word));
  return some.length ? some : words;
};
const phrases = (text) => text.split("|").map((each) => telling(wordsOf(each))).filter((words) => words.length);
const parts = [...list.children].map((row) => {
  const [title, text] = [row.querySelector(".pk-zoek__titel a"), row.querySelector(".pk-zoek__tekst")];
  const texts = [title, text].filter(Boolean).map((element) => ({ element, whole: element.textContent }));
  return { row, texts, title: wordsOf(title.textContent), text: wordsOf(text?.textContent || ""), first: phrases(row.dataset.woorden), also: phrases(row.dataset.ook) };
});

// How well a part is what is asked, and which of the words it has.
const fit = (part, asked) => {
  const found = new Set();
  let score = 0;
  const hit = (words, worth) => {
    words.forEach((word) => found.add(word));
    score += worth * words.length;
  };
  hit(asked.filter((word) => part.title.some((other) => alike(word, other))), IN_TITLE / Math.max(1, part.title.length / asked.length));
  hit(asked.filter((word) => part.text.some((other) => alike(word, other))), IN_TEXT);
  for (const [leads, worth] of [[part.first, LED_TO], [part.also, ALSO_LED_TO]]) {
    const led = leads.filter((phrase) => phrase.every((word) => asked.some((other) => alike(word, other)))).flat();
    hit(asked.filter((word) => led.some((other) => alike(word, other))), worth);
  }
  return { ...part, score, found };
};

const marked = ({ texts }, asked) => texts.forEach(({ element, whole }) =>
  element.replaceChildren(...whole.split(/([\p{L}\p{M}\p{N}]+)/u).map((piece) => {
    const word = plain(piece);
    return word && asked.some((each) => alike(word, each)) ? make("mark", { textContent: piece }) : piece;
  })));
const told = (words, query, total) => words.replace("{q}", query).replace("{n}", String(total));

const run = () => {
  const query = field.value.trim();
  const asked = [...new Set(telling(wordsOf(query)))];
  const all = parts.map((part) => fit(part, asked)).filter(({ score }) => score);
  const complete = all.filter(({ found }) => found.size === asked.length);
  const shown = asked.length ? (complete.length ? complete : all).sort((one, other) => other.score - one.score) : parts;
  parts.forEach((part) => marked(part, asked));
  list.replaceChildren(...shown.map(({ row }) => row));
  count.textContent = asked.length ? told(complete.length ? said.gevonden : all.length ? said.deel : said.niets, query, shown.length) : said.alles;
  const search = query ? `?${new URLSearchParams({ q: query })}` : "";
  history.replaceState(null, "", search || location.pathname);
  dutch.search = search;
  carried(search);
  root.dataset.klaar = query;
};

field.closest("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
field.addEventListener("input", run);
field.value = new URLSearchParams(location.search).get("q") ?? field.value;
run();
