// Shows made-up results on the page of building blocks, with the code that shows real ones.
import { item } from "./zoeken-tonen.js";

const list = document.querySelector("[data-bouwsteen-zoek]");
const home = new URL("../../", location.href);
const result = (title, more) => [
  { title, jointed: title },
  { raw_url: "meedoen/bouwstenen/", excerpt: "Dit is een <mark>voorbeeld</mark> van een resultaat.", locations: [1], meta: {}, sub_results: [], ...more },
];
const parts = [{ title: "Zoeken op deze bladzijde", anchor: { id: "zoeken" } }];
for (const [found, data, about, marks] of [
  [...result("Voorbeeld van een resultaat", {}), ["Begrip"]],
  [...result("Voorbeeld met onderdelen", { sub_results: parts }), ["Kernopgave", "Voorbeelddocument"]],
  [...result("Voorbeeld van wat niet meer geldt", {}), ["Kernopgave", "Voorbeelddocument"], ["Ingetrokken"]],
  [...result("Gevonden door een ander woord", { locations: [], meta: { zoekwoorden: "voorbeeld, proef" } }), ["Onderwerp"]],
]) list.append(item(found, data, ["voorbeeld"], about, home, marks));
