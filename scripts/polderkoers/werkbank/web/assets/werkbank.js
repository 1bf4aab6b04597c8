// Makes a form live: saves while one types, says so, tells at the fields, and lets the page beside it follow. Without this all works too.
(() => {
  const form = document.querySelector("[data-wb-formulier]");
  const faults = document.querySelector("[data-wb-fouten]");
  if (faults) faults.focus();
  if (!form) return;

  const PAUSE = 900;
  const stand = form.querySelector("[data-wb-stand]");
  const saved = document.querySelector("[data-wb-opgeslagen]");
  const frame = document.querySelector("[data-wb-voorbeeld]");
  // A copy belongs to one item, or one place for a new one, in one proposal.
  const key = () => ["werkbank", form.elements.voorstel.value, form.getAttribute("action"), form.elements.bij?.value, form.elements.in?.value].join("|");
  const attempt = (action) => { try { return action(); } catch { return null; } };
  let timer = 0, busy = false, again = false, dirty = false;

  const say = (text) => { stand.textContent = text; };

  // What is typed and not yet saved stays on this machine, for when the network or the machine fails: every value that would be sent.
  const OURS = ["_bewijs", "stand", "voorstel", "kopie", "doe"];
  const entries = () => [...new FormData(form)].filter(([name]) => !OURS.includes(name));
  const keep = () => attempt(() => localStorage.setItem(key(), JSON.stringify({ stand: form.elements.stand.value, entries: entries() })));
  const forget = (name = key()) => attempt(() => localStorage.removeItem(name));

  const tell = (fields) => {
    for (const box of form.querySelectorAll("[data-wb-veld]")) {
      const place = box.querySelector(":scope > [data-wb-gezegd]");
      if (!place) continue;
      const told = fields[box.dataset.wbVeld] || [];
      place.replaceChildren(...told.map(([kind, text]) => {
        const line = document.createElement("p");
        line.className = `wb-${kind}`;
        line.textContent = text;
        return line;
      }));
      const wrong = told.some(([kind]) => kind === "fout");
      box.classList.toggle("wb-veld--fout", wrong);
      const input = box.matches("fieldset") ? null : box.querySelector("input, select, textarea");
      if (input) wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
    }
  };

  const topOf = (name) => name.split("/")[0];
  // What stands in each field at the top of the form, as text to compare.
  const typed = () => {
    const found = {};
    for (const [name, value] of new FormData(form)) (found[topOf(name)] ||= []).push([name, value]);
    return Object.fromEntries(Object.entries(found).map(([top, values]) => [top, JSON.stringify(values)]));
  };

  // Fields that changed elsewhere meanwhile come on the screen. Who was typing in one keeps what is typed, and the state that it was
  // typed on: the next save then finds that both changed the same, and says so.
  const takeIn = (answer, sent) => {
    const fields = Object.entries(answer.anders || {});
    const now = typed();
    if (fields.some(([top]) => sent[top] !== now[top])) return;
    for (const [top, html] of fields) {
      const box = form.querySelector(`[data-wb-veld="${CSS.escape(top)}"]`);
      if (!box) continue;
      const focused = box.contains(document.activeElement) && document.activeElement.id;
      const made = document.createElement("template");
      made.innerHTML = html.trim();
      const fresh = made.content.firstElementChild;
      box.replaceWith(fresh);
      lookUp(fresh);
      if (focused) document.getElementById(focused)?.focus();
    }
    form.elements.stand.value = answer.stand;
  };

  const follow = (answer, sent) => {
    takeIn(answer, sent);
    form.elements.voorstel.value = answer.voorstel;
    if (saved && answer.opgeslagen) {
      saved.replaceChildren(`${answer.opgeslagen} in het voorstel `, Object.assign(document.createElement("a"), { href: `/voorstel/${answer.voorstel}`, textContent: answer.titel }), ".");
    }
    say(answer.opgeslagen || "");
    tell(answer.velden);
    for (const link of document.querySelectorAll("a[href*='voorstel=nieuw']")) link.href = link.href.replace("voorstel=nieuw", `voorstel=${answer.voorstel}`);
    const address = new URL(location.href);
    if (answer.titel && address.searchParams.get("voorstel") !== answer.voorstel) {
      address.searchParams.set("voorstel", answer.voorstel);
      history.replaceState(null, "", address);
    }
    if (frame && answer.voorbeeld) {
      const there = frame.contentWindow && attempt(() => frame.contentWindow.scrollY);
      frame.addEventListener("load", () => attempt(() => frame.contentWindow.scrollTo(0, there || 0)), { once: true });
      frame.contentWindow ? frame.contentWindow.location.replace(answer.voorbeeld) : (frame.src = answer.voorbeeld);
    }
    compare(answer.voorstel);
  };

  // What the checks say comes after what was saved, and is told only of what stands in the form now.
  const check = async (answer) => {
    const place = form.getAttribute("action").replace("/onderdeel/", "/controle/");
    const found = await fetch(`${place}?voorstel=${answer.voorstel}`).then((told) => told.json()).catch(() => null);
    if (!found || found.stand !== form.elements.stand.value || dirty) return;
    const fields = { ...answer.velden };
    for (const [name, told] of Object.entries(found.velden)) fields[name] = [...told, ...(fields[name] || [])];
    tell(fields);
  };

  const compare = async (proposal) => {
    const place = document.querySelector("[data-wb-verschil]");
    if (!place || !proposal || proposal === "nieuw") return;
    const answer = await fetch(`/voorstel/${proposal}/verschil`).catch(() => null);
    if (answer && answer.ok) place.innerHTML = await answer.text();
  };

  const save = async () => {
    clearTimeout(timer);
    if (busy) { again = true; return; }
    busy = true;
    dirty = false;
    say("Bezig met opslaan …");
    const all = [...new FormData(form)];
    const body = new URLSearchParams(all.filter(([name]) => !isHeld(name)));
    body.set("doe", "bewaar");
    const held = all.some(([name, value]) => isHeld(name) && value), sent = typed(), copy = key();
    let answer = null;
    try {
      const response = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      answer = await response.json();
      if (response.ok) {
        follow(answer, sent);
        forget(copy);
        // What was refused or held back is not saved: its copy stays.
        if (dirty || held || answer.geweigerd.length) keep();
        if (answer.geweigerd.length) say("Niet alles is opgeslagen: zie bij de velden.");
        else if (held) say(`${answer.opgeslagen || ""}. Wat je bij 'Nieuw' of bij een naam typte, nog niet: klik op Opslaan.`);
      } else {
        say(answer.fout || "Nog niet opgeslagen. Klik op Opslaan.");
        if (answer.velden) tell(answer.velden);
      }
    } catch {
      dirty = true;
      say("Nog niet opgeslagen: de werkbank antwoordt niet. Wat je typte, staat nog hier. We proberen het opnieuw.");
      timer = setTimeout(save, 5000);
    }
    busy = false;
    if (again) { again = false; save(); }
  };

  // Something new is added once, by its own button; a name that is still being typed is no choice yet.
  const isLive = form.getAttribute("action").startsWith("/onderdeel/");
  const isHeld = (name) => name.endsWith("/zoek") || name.includes("/nieuw/");
  const waits = (field) => isHeld(field.name) || field.closest(".wb-nieuw");
  form.addEventListener("input", (event) => {
    dirty = true;
    keep();
    if (!isLive || waits(event.target)) {
      say("Nog niet opgeslagen.");
      return;
    }
    clearTimeout(timer);
    say("Nog niet opgeslagen …");
    timer = setTimeout(save, PAUSE);
  });
  // The copy of what is sent stays until a page says that it was saved.
  form.addEventListener("submit", () => { clearTimeout(timer); keep(); form.elements.kopie.value = key(); dirty = false; });
  addEventListener("beforeunload", (event) => { if (dirty || busy) event.preventDefault(); });
  if (form.dataset.wbBewaard) forget(form.dataset.wbBewaard);

  const left = attempt(() => JSON.parse(localStorage.getItem(key())));
  if (left && left.entries && !form.hasAttribute("data-wb-teruggezet") && !faults && JSON.stringify(left.entries) !== JSON.stringify(entries())) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "wb-klein", textContent: "Zet het terug" });
    const line = Object.assign(document.createElement("p"), { className: "wb-let-op" });
    line.append("Hier staat nog iets wat je typte en dat niet is opgeslagen. ", button);
    form.prepend(line);
    button.addEventListener("click", () => {
      // The server puts it in the form: rows, ticks and names that are not on this screen as well.
      const back = Object.assign(document.createElement("form"), { method: "post", action: form.getAttribute("action"), hidden: true });
      const now = OURS.filter((name) => form.elements[name]?.value).map((name) => [name, form.elements[name].value]);
      for (const [name, value] of [...left.entries, ...now, ["stand", left.stand], ["doe", "toon"]]) {
        back.append(Object.assign(document.createElement("textarea"), { name, value }));
      }
      document.body.append(back);
      dirty = false;
      back.submit();
    });
  }

  // A name that is typed is looked up; choosing one puts it in the field.
  const lookUp = (place) => place.querySelectorAll("[data-wb-zoek]").forEach((input) => {
    const list = Object.assign(document.createElement("ul"), { className: "wb-vondsten", hidden: true });
    let wait = 0;
    input.after(list);
    input.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(async () => {
        if (input.value.trim().length < 2) { list.hidden = true; return; }
        const query = new URLSearchParams({ soort: input.dataset.wbZoek, q: input.value, voorstel: form.elements.voorstel.value, bestand: form.dataset.wbBestand });
        const answer = await fetch(`/vind?${query}`).catch(() => null);
        if (!answer || !answer.ok) return;
        const found = await answer.json();
        list.replaceChildren(...found.slice(0, 8).map((each) => {
          const row = document.createElement("li");
          const button = Object.assign(document.createElement("button"), { type: "button", textContent: each.noot ? `${each.naam} (${each.noot})` : each.naam });
          button.addEventListener("click", () => { input.value = each.waarde; list.hidden = true; form.requestSubmit(form.querySelector("button[value='bewaar']")); });
          row.append(button);
          return row;
        }));
        list.hidden = !found.length;
      }, 250);
    });
  });
  lookUp(document);

  const widths = document.querySelector("[data-wb-breedte]");
  if (widths && frame) {
    widths.hidden = false;
    const choose = (wide) => {
      for (const each of ["telefoon", "scherm"]) frame.classList.toggle(`wb-voorbeeld--${each}`, wide === each);
      for (const button of widths.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.wbBreed === wide));
    };
    widths.addEventListener("click", (event) => { if (event.target.dataset.wbBreed) choose(event.target.dataset.wbBreed); });
    choose("telefoon");
  }
  compare(form.elements.voorstel.value);
})();
