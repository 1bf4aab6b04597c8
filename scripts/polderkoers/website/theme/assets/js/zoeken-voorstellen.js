// Suggestions while somebody types in the search field of any page: a combobox with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The list is loaded when the first letters are typed.
import { make } from "./zoeken-tonen.js";
import { plain, wordsOf } from "./zoeken-woorden.js";

const LETTERS = 2;
const SHOWN = 8;

let loading;
const loaded = (home) => {
  loading ||= import(new URL("zoeken/voorstellen.js", home).href).then(({ default: rows }) => rows.map(([text, kind, address]) => ({ text, kind, address, words: wordsOf(text) })));
  loading.catch(() => { loading = undefined; });
  return loading;
};

// A page that begins with what is typed comes first, then one with words that begin so; of each the names before the words that lead to
// it, in the order of the list. A page is named once.
export const suggested = (typed, rows) => {
  const asked = wordsOf(typed);
  const start = asked.join(" ");
  if (start.length < LETTERS) return [];
  const found = new Map();
  for (const row of rows) {
    const begins = row.words.join(" ").startsWith(start);
    if (!begins && !asked.every((word) => row.words.some((other) => other.startsWith(word)))) continue;
    const other = found.get(row.address);
    if (!other) found.set(row.address, { ...row, begins });
  }
  return [...found.values()].sort((a, b) => b.begins - a.begins).slice(0, SHOWN);
};

// Give a search field its suggestions, and return what shows those for what stands in it. `home` is where the site begins.
export const suggest = (field, home) => {
  const form = field.closest("form");
  const list = make("ul", { className: "pk-voorstel", id: "pk-voorstellen", role: "listbox", hidden: true });
  list.setAttribute("aria-label", "Voorstellen");
  const said = make("p", { className: "pk-hidden", role: "status" });
  form.append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) field.setAttribute(name, value);

  let rows = [];
  let active = -1;
  let turn = 0;
  const close = () => {
    turn += 1;
    [list.hidden, rows, active] = [true, [], -1];
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    said.textContent = "";
  };
  const go = (row) => { location.href = new URL(row.address, home).href; };
  const choose = (place) => {
    active = place;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const draw = async () => {
    turn += 1;
    const mine = turn;
    const found = suggested(field.value, await loaded(home));
    if (mine !== turn || document.activeElement !== field) return;
    if (!found.length) {
      close();
      return;
    }
    rows = found;
    list.replaceChildren(...rows.map((row, place) => {
      const option = make("li", { className: "pk-voorstel__keuze", id: `pk-voorstel-${place}`, role: "option" },
        make("span", { className: "pk-voorstel__naam", dir: "auto", textContent: row.text }), " ", make("span", { className: "pk-voorstel__soort", textContent: row.kind }));
      // The focus stays in the field.
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(row));
      return option;
    }));
    choose(-1);
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    said.textContent = rows.length === 1 ? "1 voorstel. Kies met de pijl omlaag." : `${rows.length} voorstellen. Kies met de pijl omlaag.`;
  };

  field.addEventListener("input", () => (plain(field.value).trim().length < LETTERS ? close() : draw().catch(close)));
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.hidden && event.key === "ArrowDown") {
      event.preventDefault();
      draw().catch(close);
    } else if (step && !list.hidden) {
      event.preventDefault();
      // One place is the field itself.
      choose(((active + 1 + step + rows.length + 1) % (rows.length + 1)) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(rows[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      // Only the list goes away: the next Escape empties the field.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return () => draw().catch(close);
};
