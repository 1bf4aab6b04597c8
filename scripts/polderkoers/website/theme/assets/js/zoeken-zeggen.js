// Says what was found, and honestly what was not: which words the site has in another form, meant otherwise, or not at all.
import { make } from "./zoeken-tonen.js";
import { plain } from "./zoeken-woorden.js";

// Return words as a list in a sentence.
export const listed = (words) => (words.length > 1 ? `${words.slice(0, -1).join(", ")} en ${words.at(-1)}` : words.join(""));
export const quoted = (words) => listed(words.map((word) => `“${word}”`));
const pages = (total) => (total === 1 ? "1 pagina" : `${total} pagina’s`);
const each = (words) => [...new Set(words)];

// The query with another word in the place of each that is not there.
const instead = (query, found) =>
  query.split(/([\p{L}\p{N}]+)/u).map((piece) => found.find(({ asked }) => asked === plain(piece))?.better || piece).join("");

// Return what is said above the results on the words of a query that the site does not have, each as a line of text and links. `link`
// makes one for another query, and one that is taken as it stands.
export const aboutWords = (query, found, link) => {
  const typed = new Map((query.match(/[\p{L}\p{N}]+/gu) || []).map((word) => [plain(word), word]));
  const meant = found.map((one) => ({ ...one, typed: typed.get(one.asked) || one.asked }));
  const lines = [];
  const of = (how) => meant.filter((one) => one.how === how);
  const corrected = of("spelling").map(({ asked, word }) => ({ asked, better: word }));
  if (corrected.length) {
    const better = make("strong", { className: "pk-zoek__woord", textContent: instead(query, corrected) });
    lines.push(["Resultaten voor ", better, ". Zoek toch op ", link(query, true), "."]);
  }
  for (const { typed: word, forms } of of("begin")) lines.push([`“${word}” zelf staat niet op deze site. Wel woorden die zo beginnen: ${quoted(forms)}.`]);
  for (const word of each(of("delen").map((one) => one.typed))) {
    lines.push([`“${word}” staat niet op deze site. Je ziet wat er staat over ${quoted(of("delen").filter((one) => one.typed === word).map((one) => one.word))}.`]);
  }
  const gone = of("niet");
  if (gone.length) lines.push([`${quoted(each(gone.map((one) => one.typed)))} ${gone.length > 1 ? "staan" : "staat"} niet op deze site.`]);
  const near = gone.filter((one) => one.near).map((one) => ({ asked: one.asked, better: one.near }));
  if (near.length) lines.at(-1).push(" Bedoelde je ", link(instead(query, near), false), "?");
  return lines;
};

// Return how many pages were found; `left` of them are not shown because they were withdrawn. Below what is said may stand an answer.
export const counted = (total, query, left, { complete, meant }, answered) => {
  if (!total && left) return `Niets gevonden voor “${query}” in beleid dat niet is ingetrokken.`;
  if (!total && answered) return `Geen bladzijde gevonden voor “${query}”. Hieronder staat wel een antwoord.`;
  if (!total) return `Niets gevonden voor “${query}”.`;
  if (meant.some(({ how }) => how !== "zelf")) {
    const words = quoted(each(meant.filter(({ forms }) => forms.length).map(({ word }) => word)));
    return complete ? `${pages(total)} gevonden voor ${words}.` : `${pages(total)} met een deel van de woorden ${words}.`;
  }
  return complete ? `${pages(total)} gevonden voor “${query}”.` : `Geen pagina heeft al je woorden. ${pages(total)} met een deel ervan.`;
};
