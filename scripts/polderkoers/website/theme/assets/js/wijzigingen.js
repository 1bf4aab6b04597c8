// Pages with changes: filters, printing, and choosing two versions. Without script everything
// is shown and every pair of versions is a link.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Filters

  const form = find("form[data-wijzigingen]");
  const changes = all("[data-wijziging]");
  const fields = form ? all("select", form) : [];
  const box = find("[data-telling-vak]");
  const clear = find("[data-wissen]");
  const unfold = find("[data-kies]");
  const parts = form ? form.dataset.delen.split(";").map((part) => part.split("=")) : [];

  const listing = (words) => [words.slice(0, -1).join(", "), words[words.length - 1]].filter(Boolean).join(" en ");
  const visible = (root) => Boolean(find("[data-wijziging]:not([hidden])", root));

  const told = (shown, chosen) => {
    if (!shown.length) return "Met deze keuze blijft er geen wijziging over. Kies iets anders.";
    const counts = parts.map(([part, words]) => [shown.filter((el) => el.dataset.deel === part).length, words]);
    const divided = listing(counts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`));
    const total = `${changes.length} ${changes.length === 1 ? "wijziging" : "wijzigingen"}`;
    if (!chosen) return `Je ziet alle ${total}: ${divided}.`;
    const out = changes.length - shown.length;
    const rest = out ? ` ${out} ${out === 1 ? "staat" : "staan"} er nu niet bij.` : "";
    return `Je ziet ${shown.length} van de ${total}: ${divided}.${rest}`;
  };

  const hideHeading = (block) => {
    const fold = block.closest(".pk-wz-vouw");
    const heading = fold ? find("summary :is(h2, h3)", fold) : block.previousElementSibling;
    if (!heading?.matches("h2, h3")) return;
    (fold || heading).hidden = block.hidden;
    const entry = find(`.pk-toc a[href$="#${CSS.escape(heading.id)}"]`)?.parentElement;
    if (entry) entry.hidden = block.hidden;
  };

  const show = () => {
    const chosen = fields.filter((field) => field.value);
    for (const change of changes) {
      change.hidden = !chosen.every((field) => (change.dataset[field.name] || "").split(" ").includes(field.value));
    }
    for (const group of all("[data-samen], .pk-wz-item, .pk-wz-groep, .pk-wz-lijst")) group.hidden = !visible(group);
    for (const block of all(".pk-wz-stuk")) {
      block.hidden = !visible(block);
      hideHeading(block);
    }
    // What is chosen is in sight; what was opened for it shuts again when all is shown.
    for (const fold of all(".pk-wz-vouw")) {
      if (chosen.length > 0 !== fold.hasAttribute("data-gekozen")) fold.open = fold.toggleAttribute("data-gekozen", chosen.length > 0);
    }
    find("[data-telling]").textContent = told(changes.filter((change) => !change.hidden), chosen.length > 0);
    form.toggleAttribute("data-gekozen", chosen.length > 0);
    for (const field of fields) field.closest("label").toggleAttribute("data-gekozen", Boolean(field.value));
    box.toggleAttribute("data-gekozen", chosen.length > 0);
    clear.hidden = !chosen.length;
  };

  const remember = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      if (field.value) query.set(field.name, field.value);
      else query.delete(field.name);
    }
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
  };

  if (form) {
    const values = new URLSearchParams(location.search);
    for (const field of fields) {
      // A value that this page does not have is no choice.
      if ([...field.options].some((option) => option.value === values.get(field.name))) field.value = values.get(field.name);
      field.addEventListener("change", () => { remember(); show(); });
    }
    clear.addEventListener("click", () => {
      for (const field of fields) field.value = "";
      remember();
      show();
      (unfold.checkVisibility() ? unfold : fields[0]).focus();
    });
    unfold.addEventListener("click", () => {
      const open = form.toggleAttribute("data-open");
      unfold.setAttribute("aria-expanded", String(open));
      unfold.textContent = open ? "Minder keuzes" : "Kies wat je wilt zien";
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = box.hidden = false;
    show();
  }

  // What a link leads to is not filtered out; reading.js unfolds it.

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    for (const field of fields) field.value = "";
    remember();
    show();
    target.scrollIntoView();
  };
  if (form) {
    addEventListener("hashchange", reveal);
    reveal();
  }

  // Printing

  if (find("[data-waswordt]")) {
    for (const button of all("[data-afdrukken]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  }

  // Choosing two versions

  const turned = find("[data-omgedraaid]");
  if (turned) {
    const query = new URLSearchParams(location.search);
    if (query.has("omgedraaid")) turned.hidden = false;
  }

  const choose = find("form[data-kiezen]");
  if (choose) {
    const message = find("[data-melding]", choose);
    const link = (old, now) => all("a[data-oud]").find((a) => a.dataset.oud === old && a.dataset.nieuw === now);
    choose.addEventListener("submit", (event) => {
      event.preventDefault();
      const [old, now] = ["oud", "nieuw"].map((name) => choose.elements[name].value);
      const forward = link(old, now);
      const back = link(now, old);
      message.textContent = old === now ? "Je koos twee keer dezelfde versie. Daartussen verandert niets. Kies twee verschillende versies." : "";
      if (forward) location.assign(forward.href);
      else if (back) location.assign(`${back.href}?omgedraaid`);
    });
    for (const field of all("select", choose)) field.addEventListener("change", () => { message.textContent = ""; });
    choose.hidden = false;
  }
})();
