// Looks for names in all parts of an overview that is too big for one page. Nothing is loaded before somebody types;
// without script the list of parts simply stands there.
const form = document.querySelector("[data-pk-delen]");
const field = form.querySelector("input");
const status = form.querySelector("[data-pk-delen-telling]");
const list = form.querySelector("[data-pk-delen-lijst]");
const everything = document.querySelector("[data-pk-delen-alles]");
const home = new URL(form.dataset.begin, location.href);
const AT_MOST = 50;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

let loading;
const load = () => {
  loading ??= fetch(new URL(form.dataset.bestand, location.href))
    .then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    })
    .then((found) => found.regels.map(([name, path, anchor, within]) => ({
      name, within: found.namen[within], address: found.adressen[path] + (anchor && `#${anchor}`), words: plain(`${name} ${found.namen[within]}`),
    })));
  loading.catch(() => { loading = undefined; });
  return loading;
};

const shown = ({ name, address, within }) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(address, home);
  link.textContent = name;
  item.append(link);
  if (within) {
    const about = document.createElement("span");
    about.className = "pk-stil";
    about.textContent = within;
    item.append(" ", about);
  }
  return item;
};

const counted = (total) => {
  if (!total) return "Niets gevonden. Probeer een ander woord.";
  if (total > AT_MOST) return `${total.toLocaleString("nl")} keer gevonden. Hier staan de eerste ${AT_MOST}.`;
  return `${total} keer gevonden.`;
};

const show = async () => {
  const asked = field.value;
  const words = plain(asked).split(/\s+/).filter(Boolean);
  const rows = words.length ? await load().catch(() => undefined) : [];
  // Somebody typed on while this was being loaded.
  if (field.value !== asked) return;
  const found = (rows || []).filter((row) => words.every((word) => row.words.includes(word)));
  list.replaceChildren(...(words.length ? found.slice(0, AT_MOST).map(shown) : []));
  list.hidden = !found.length;
  everything.hidden = found.length > 0;
  status.textContent = "";
  if (words.length) status.textContent = rows ? counted(found.length) : "Zoeken lukt nu niet. Kies hieronder een deel.";
};

form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", show);
form.hidden = false;
if (field.value) show();
