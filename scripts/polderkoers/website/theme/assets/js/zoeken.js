// The page for searching. Nothing of the index is loaded before there is something to search for.
import { isToldBy } from "./zoeken-deel.js";
import { before, cardsFor, loadCards, shown as cardShown } from "./zoeken-kaart.js";
import { toMark } from "./zoeken-kennen.js";
import { carried, item, make } from "./zoeken-tonen.js";
import { find, load, prepare } from "./zoeken-vinden.js";
import { wordsOf } from "./zoeken-woorden.js";
import { aboutWords, counted, listed } from "./zoeken-zeggen.js";

const root = document.querySelector("[data-pk-zoek]");
const form = document.querySelector("#pk-search");
const field = document.querySelector("#pk-query");
const part = (name) => document.querySelector(`[data-pk-zoek-${name}]`);
const [count, said, meant, gone, further, cardBox, list, more, filterBox, clear, help] =
  ["telling", "gezegd", "bedoelde", "ingetrokken", "ouder", "kaart", "lijst", "meer", "filters", "wis", "verder"].map(part);
const groups = [...root.querySelectorAll("[data-pk-zoek-groep]")];
const names = groups.map((group) => group.dataset.pkZoekGroep);
// What a reader sees without choosing is our own policy of today, with words and lists; each value of it has a name in the page.
const TIME = "tijd";
const ALL_TIMES = Object.entries(groups[names.indexOf(TIME)].dataset).filter(([key]) => key.startsWith("naam")).map(([key, name]) => [key.slice(4).replace(/[A-Z]/g, (letter, place) => `${place ? "-" : ""}${letter.toLowerCase()}`), name]);
const NOT_AT_FIRST = ["eerder", "ander"];
const AT_FIRST = ALL_TIMES.map(([value]) => value).filter((value) => !NOT_AT_FIRST.includes(value));
const home = new URL("../", location.href);
const leftOut = new Set(root.dataset.weglaten.split(" "));
const cards = new URL(root.dataset.antwoorden, location.href);
prepare({
  home,
  index: new URL(root.dataset.index, location.href),
  pages: new URL(root.dataset.paginas, location.href),
  words: new URL(root.dataset.woorden, location.href),
  leftOut,
});
const PER_PAGE = 10;
const NOTHING = { rows: [], asked: [], complete: 0, meant: [], cards: [] };
// Says in an address that a query is taken as it stands.
const AS_IT_STANDS = "letterlijk";

let state = NOTHING;
// Which times a reader chose to see; nothing when they did not choose.
let times;
// The query that is taken as it stands, until another one is typed.
let literal;
let shownCount = 0;
let turn = 0;

const valuesOf = (row, name, table) => (row.values[Object.keys(table.filters).indexOf(name)] || []).map((place) => table.filters[name][place]);
// A page that two sites have to the letter is shown on the first.
const homeOf = ([owner], table) => table.deelnemers?.find(({ naam }) => naam === owner)?.adres || home;
const chosen = () => {
  const picked = Object.fromEntries(groups.map((group, place) => [names[place], [...group.querySelectorAll("input:checked")].map((box) => box.value)]));
  return { ...picked, [TIME]: times || AT_FIRST };
};
// Whether a reader chose something, beside how far back it goes.
const isNarrowed = (picked) => names.some((name) => name !== TIME && picked[name].length);
// What was withdrawn is found by who asks for it.
const WITHDRAWN = "Ingetrokken";
const isGone = (row, table) => valuesOf(row, "status", table).includes(WITHDRAWN);
// A page that is asked for by its whole title is shown of whatever time and status it is, until a reader chooses those.
const isMeant = ({ named }, name, picked) => named && (name === TIME ? !times : name === "status" && !picked[name].length);
const fits = (row, table, picked, except) => names.every((name) => {
  if (name === except || isMeant(row, name, picked)) return true;
  if (name === TIME) return !valuesOf(row, name, table).length || valuesOf(row, name, table).some((value) => picked[name].includes(value));
  if (picked[name].length) return valuesOf(row, name, table).some((value) => picked[name].includes(value));
  return name !== "status" || !isGone(row, table);
});

const nameOf = (time) => ALL_TIMES.find(([value]) => value === time)?.[1] || time;
const drawFilters = (table, picked) => {
  for (const [place, group] of groups.entries()) {
    const name = names[place];
    const isTime = name === TIME;
    const counts = new Map(isTime ? [] : picked[name].map((value) => [value, 0]));
    for (const row of state.rows.filter((each) => fits(each, table, picked, name))) {
      for (const value of valuesOf(row, name, table)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const had = group.contains(document.activeElement) ? document.activeElement.value : undefined;
    const rows = isTime
      ? ALL_TIMES.map(([value]) => [value, counts.get(value) || 0]).filter(([, total]) => total)
      : [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "nl"));
    group.querySelectorAll("label").forEach((label) => label.remove());
    group.append(...rows.map(([value, total]) => make("label", { className: "pk-zoek__keuze" },
      make("input", { type: "checkbox", name, value, checked: picked[name].includes(value) }),
      make("span", { textContent: isTime ? nameOf(value) : value }), make("span", { className: "pk-zoek__aantal", textContent: ` (${total})` }))));
    group.hidden = !rows.length;
    if (had) [...group.querySelectorAll("input")].find((box) => box.value === had)?.focus();
  }
  filterBox.hidden = !state.rows.length;
  clear.hidden = !times && !isNarrowed(picked);
};

const addressOf = (query, picked, asItStands = query === literal) => {
  const values = new URLSearchParams(query ? [["q", query]] : []);
  if (query && asItStands) values.set(AS_IT_STANDS, "1");
  for (const name of names) if (name !== TIME || times) picked[name].forEach((value) => values.append(name, value));
  return values.size || query ? `?${values}` : location.pathname;
};

const draw = async (mine, upTo = PER_PAGE) => {
  const { table } = await load();
  const query = field.value.trim();
  // Where our own policy of today has nothing, all there is is shown, and the choice says so.
  const found = (picked) => state.rows.filter((row) => fits(row, table, picked));
  const picked = times || found(chosen()).length ? chosen() : { ...chosen(), [TIME]: ALL_TIMES.map(([value]) => value) };
  history.replaceState(null, "", addressOf(query, picked));
  carried(`?${new URLSearchParams({ q: query })}`);
  const rows = found(picked);
  drawFilters(table, picked);
  const answers = isNarrowed(picked) ? [] : state.cards;
  // What an answer is about need not stand below it once more.
  const answered = answers.filter(({ adres }) => adres).map(({ adres }) => new URL(adres, home).href);
  const isAnswered = ({ data }) => answered.includes(new URL(data.url, home).href);
  const loaded = await Promise.all(rows.slice(0, upTo + answered.length).map(async (row) => ({ row, data: await row.data() })));
  const shown = loaded.filter((one) => !isAnswered(one)).slice(0, upTo);
  const still = rows.length - shown.length - loaded.filter(isAnswered).length;
  if (mine !== turn) return;
  list.replaceChildren(...shown.map(({ row, data }) => {
    const about = [...valuesOf(row, "soort", table), ...valuesOf(row, "document", table).slice(0, 1)];
    const owners = names.includes("deelnemer") ? valuesOf(row, "deelnemer", table) : [];
    return item(row, data, toMark(state.meant), about, homeOf(owners, table), valuesOf(row, "status", table), owners);
  }));
  shownCount = shown.length;
  more.hidden = still <= 0;
  more.textContent = `Meer resultaten (nog ${still})`;
  help.classList.toggle("pk-zoek__verder--kort", rows.length > 0);
  drawMore(rows.length, picked, table);
  const left = picked.status.length ? 0 : state.rows.filter((row) => fits(row, table, picked, "status") && !fits(row, table, picked)).length;
  drawGone(left, query, picked);
  count.textContent = counted(rows.length, query, left, state, answers.length > 0);
  drawMeant(query, picked, answers);
  drawCards(answers);
};
// Shows the answers, unless the results are narrowed down; who does not see them hears that they are there.
const drawCards = (answers) => {
  cardBox.hidden = !answers.length;
  cardBox.replaceChildren(...answers.map((card) => make("div", { className: "pk-zoek__antwoord" }, ...cardShown(card, home))));
  said.textContent = answers.map((card) => `${before(card) || "Bovenaan staat een antwoord:"} ${card.titel}. ${card.tekst || ""}`).join(" ");
};
// Says which words of the query are not on the site, and what was searched for in their place.
const drawMeant = (query, picked, answers) => {
  // What is asked in a word that the answer is found by, need not be called unknown.
  const told = state.meant.filter(({ asked: word, how }) => how !== "niet" || !isToldBy(word, answers));
  const lines = aboutWords(query, told, (other, asItStands) => {
    const link = make("a", { className: asItStands ? "" : "pk-zoek__woord", href: addressOf(other, picked, asItStands), textContent: other });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      literal = asItStands ? other : undefined;
      field.value = other;
      field.focus();
      run();
    });
    return link;
  });
  meant.hidden = !lines.length;
  meant.replaceChildren(...lines.map((line) => make("span", {}, ...line)));
};
// Says how much is older or of others and not shown, and shows it when asked.
const drawMore = (total, picked, table) => {
  const all = { ...picked, [TIME]: ALL_TIMES.map(([value]) => value) };
  const rest = state.rows.filter((row) => fits(row, table, all)).length - total;
  const button = make("button", { type: "button", className: "pk-zoek__toon", textContent: `Toon ook die ${rest}` });
  button.addEventListener("click", () => {
    times = all[TIME];
    draw(turn);
    field.focus();
  });
  further.hidden = !rest;
  further.replaceChildren(`Je ziet nu ${listed(picked[TIME].filter((value) => value !== "geldt-niet").map(nameOf))}. Niet getoond: ${rest} ${rest === 1 ? "pagina" : "pagina’s"} met iets anders. `, button);
};
// Says how much was left out because it was withdrawn, and leads to it.
const drawGone = (left, query, picked) => {
  gone.hidden = !left;
  const pages = left === 1 ? "1 pagina" : `${left} pagina’s`;
  const link = make("a", { href: addressOf(query, { ...picked, status: [WITHDRAWN] }), textContent: `Bekijk wat is ingetrokken (${left})` });
  gone.replaceChildren(`Niet getoond: ${pages} met ingetrokken beleid. `, link);
};
const run = async () => {
  turn += 1;
  const mine = turn;
  const query = field.value.trim();
  document.title = document.title.replace(/^(?:“.*” - )?/, query ? `“${query}” - ` : "");
  if (!wordsOf(query).length) {
    state = NOTHING;
    history.replaceState(null, "", location.pathname);
    list.replaceChildren();
    [more, meant, gone, further, cardBox, filterBox].forEach((box) => { box.hidden = true; });
    [count.textContent, said.textContent] = ["Typ in het zoekveld wat je zoekt.", ""];
    help.classList.remove("pk-zoek__verder--kort");
    return;
  }
  try {
    // Without answers there are results still.
    const [found, answers] = await Promise.all([find(query, chosen().deelnemer, query !== literal), loadCards(cards).catch(() => [])]);
    if (mine !== turn) return;
    // A part of a compound is not what was asked for.
    const typed = found.meant.map(({ asked: word }) => word);
    const read = found.meant.some(({ how }) => how === "delen") ? [typed] : [typed, found.asked];
    state = { ...found, cards: cardsFor(answers, query, read, leftOut) };
    await draw(mine);
    root.dataset.klaar = query;
  } catch {
    if (mine === turn) count.textContent = "Het zoeken lukt nu niet. Laad de pagina opnieuw, of kies hieronder een overzicht.";
  }
};

// Starting

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(run, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  run();
});
// On a portal another choice of whose pages may need what was not loaded yet.
const redraw = () => (names.includes("deelnemer") ? run() : draw(turn));
filterBox.addEventListener("change", (event) => {
  // Who takes all away sees what one begins with.
  if (event.target.name === TIME) times = [...filterBox.querySelectorAll(`input[name="${TIME}"]:checked`)].map((box) => box.value);
  if (!times?.length) times = undefined;
  redraw();
});
clear.addEventListener("click", () => {
  filterBox.querySelectorAll("input:checked").forEach((box) => { box.checked = false; });
  times = undefined;
  redraw();
  filterBox.querySelector("summary").focus();
});
more.addEventListener("click", async () => {
  const first = shownCount;
  await draw(turn, shownCount + PER_PAGE);
  list.children[first]?.querySelector("a").focus();
});

const wide = matchMedia("(min-width: 60em)");
const placeFilters = () => { filterBox.open = wide.matches; };
wide.addEventListener("change", placeFilters);
placeFilters();

// Who talks to a computer may set off a key without wanting to (WCAG 2.1.4): the slash can be switched off. Only that is kept.
const slash = part("schuin");
part("toets").hidden = false;
slash.checked = window.__md_get("__slash") !== false;
slash.addEventListener("change", () => window.__md_set("__slash", slash.checked ? undefined : false));

const asked = new URLSearchParams(location.search);
if (asked.has(TIME)) times = asked.getAll(TIME);
for (const group of groups) {
  group.append(...asked.getAll(group.dataset.pkZoekGroep).map((value) => make("label", {},
    make("input", { type: "checkbox", name: group.dataset.pkZoekGroep, value, checked: true }))));
}
root.hidden = false;
field.value = asked.get("q") ?? field.value;
if (asked.has(AS_IT_STANDS)) literal = field.value.trim();
run();
