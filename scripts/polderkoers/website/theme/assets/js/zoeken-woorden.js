// Dutch words as the search compares them.

// A text of the index as it was: a joint parts the compounds in it, and two of them are that sign itself.
export const unjoined = (text) => text.replace(/\^(\^?)/g, "$1");

// The words of a text, without capitals, accents and joints.
export const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f^]/g, "").toLowerCase();
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];

// Dutch changes the end of a word before a plural, which the stemmer of the index does not undo: huis, huizen.
export const forms = (word) => {
  const other = [
    [/^(.*[aeiou]{2}|.*ij)zen$/, "$1s"], [/^(.*[lnr])zen$/, "$1s"], [/^(.*[aeiou]{2}|.*ij)ven$/, "$1f"], [/^(.*[lnr])ven$/, "$1f"],
    [/^(.*[^aeiou])([aeu])zen$/, "$1$2$2s"], [/^(.*[^aeiou])([aeu])ven$/, "$1$2$2f"],
    [/^(.*(?:[aeiou]{2}|ij|[lnr]))s$/, "$1zen"], [/^(.*(?:[aeiou]{2}|ij|[lnr]))f$/, "$1ven"],
    [/^(kind|ei|lied|rad|blad)eren$/, "$1"], [/^(.*)heden$/, "$1heid"], [/^(.*)heid$/, "$1heden"], [/^steden$/, "stad"], [/^leden$/, "lid"],
  ].filter(([ending]) => ending.test(word)).map(([ending, end]) => word.replace(ending, end));
  return word.length > 3 ? [word, ...other.slice(0, 1)] : [word];
};

export const stem = (word) => word.replace(/(en|s|'s|e)$/, "");
export const same = (one, other) => one === other || (one.length > 3 && stem(one) === stem(other)) || forms(one).includes(other);
