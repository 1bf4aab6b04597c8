// Reads a page aloud with a voice that is on the reader's own device: a voice that needs the internet would tell its maker what is read.
(() => {
  const bar = document.querySelector("[data-pk-voorlezen]");
  const article = document.getElementById("inhoud");
  const speech = window.speechSynthesis;
  if (!bar || !article || !speech || !window.Intl?.Segmenter) return;

  const SILENT = "nav, form, pre, svg, script, style, button, select, textarea, [aria-hidden=true], [data-search-exclude], [data-pk-voorlezen], .pk-hidden, .pk-anker";
  const NAME = "pk-voorlezen";
  const [main, stop] = bar.querySelectorAll("button");
  const mark = window.CSS?.highlights && window.Highlight && ((ranges) => CSS.highlights.set(NAME, new Highlight(...ranges)));
  let sentences = [];
  let place = 0;
  let said;

  const languageOf = (element) => element.closest("[lang]").lang.toLowerCase().split("-")[0];
  const voiceFor = (language) => {
    const voices = speech.getVoices().filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);
    return voices.find((voice) => voice.default) ?? voices[0];
  };

  // The text as it is seen now, in runs of what stands on a line together: what is folded or hidden is passed over.
  const runs = () => {
    const found = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest(SILENT) || !parent.checkVisibility()) continue;
      let block = parent;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      if (found.at(-1)?.block !== block) found.push({ block, nodes: [] });
      found.at(-1).nodes.push(node);
    }
    return found;
  };
  // A range for each piece of text, since an explanation that is not seen may stand between two.
  const within = (nodes, start, end) => {
    const ranges = [];
    for (const node of nodes) {
      if (start < node.length && end > 0) {
        const range = document.createRange();
        range.setStart(node, Math.max(start, 0));
        range.setEnd(node, Math.min(end, node.length));
        ranges.push(range);
      }
      start -= node.length;
      end -= node.length;
    }
    return ranges;
  };
  const split = ({ block, nodes }) => {
    const language = languageOf(block);
    const text = nodes.map((node) => node.data).join("");
    const parts = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
    return parts.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      const ranges = within(nodes, start, index + segment.trimEnd().length);
      return { block, language, ranges, text: segment.replace(/\s+/g, " ").trim() };
    });
  };

  const unmark = () => {
    if (mark) CSS.highlights.delete(NAME);
    document.querySelector(".pk-voorlezen__hier")?.classList.remove("pk-voorlezen__hier");
  };
  const show = ({ block, ranges }) => {
    unmark();
    if (mark) mark(ranges);
    else block.classList.add("pk-voorlezen__hier");
    if (ranges[0].getBoundingClientRect().top < 0 || ranges.at(-1).getBoundingClientRect().bottom > innerHeight) block.scrollIntoView({ block: "center" });
  };
  // One of: stil, leest, wacht.
  const become = (state) => {
    bar.dataset.pkVoorlezen = state;
    main.lastElementChild.textContent = main.dataset[state];
    stop.hidden = state === "stil";
  };
  const silence = () => {
    said = undefined;
    speech.cancel();
  };
  const end = () => {
    silence();
    unmark();
    place = 0;
    if (document.activeElement === stop) main.focus();
    become("stil");
  };
  // A pause ends the sentence and going on begins it again: on many phones the pause of the browser itself does nothing.
  const say = () => {
    while (place < sentences.length && !voiceFor(sentences[place].language)) place += 1;
    const sentence = sentences[place];
    if (!sentence) return end();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voiceFor(sentence.language);
    utterance.lang = utterance.voice.lang;
    utterance.onend = () => {
      if (said !== utterance) return;
      place += 1;
      say();
    };
    utterance.onerror = () => said === utterance && end();
    said = utterance;
    show(sentence);
    speech.speak(utterance);
  };

  main.addEventListener("click", () => {
    if (bar.dataset.pkVoorlezen === "leest") {
      silence();
      return become("wacht");
    }
    if (bar.dataset.pkVoorlezen === "stil") sentences = runs().flatMap(split);
    become("leest");
    say();
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);

  // Voices come late in some browsers. The bar stands below the title, where a reader begins.
  const offer = () => {
    if (!bar.hidden || !voiceFor(languageOf(article))) return;
    article.querySelector("h1")?.after(bar);
    bar.hidden = false;
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
})();
