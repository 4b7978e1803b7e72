// What tests ask of an open page; runs in the browser, before the page's own scripts.
const ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print'])
  Object.assign(window, { [name]: () => ran.push(name) });
document.write = () => ran.push('write');

/** What has run of a hostile text, or could: elements and attributes that no page of ours has. */
window.whatRan = () => {
  const wrong = [...ran];
  const ours = 'script[type="application/ld+json"], script[src^="/assets/"], head link, head meta';
  const banned = /^(?:script|iframe|object|embed|svg|math|base|style|link|meta)$/i;
  for (const it of document.querySelectorAll('*')) {
    if (banned.test(it.localName) && !it.matches(ours)) wrong.push(it.outerHTML);
    for (const { name, value } of it.attributes) {
      const isText = /^(?:alt|aria-label|content|placeholder|value|title)$/.test(name);
      const isScript = !isText && /^\s*(?:javascript|data|vbscript):/i.test(value);
      if (isScript || /^on|^style$|^srcdoc$/i.test(name)) wrong.push(`${name}=${value}`);
    }
  }
  return wrong;
};

/** How often something that only a script calls was called. */
window.whatCalled = () => ran.length;

/** The words of each title in a list, from left to right. */
window.wordsAsSeen = () => {
  const seen = {};
  for (const title of document.querySelectorAll('.card h2 bdi')) {
    const words = [...title.textContent.matchAll(/\S+/g)].map((it) => {
      const range = document.createRange();
      range.setStart(title.firstChild, it.index);
      range.setEnd(title.firstChild, it.index + it[0].length);
      const { left, top } = range.getBoundingClientRect();
      return { word: it[0], left, top };
    });
    seen[title.textContent] = words
      .toSorted((a, b) => a.top - b.top || a.left - b.left)
      .map((it) => it.word);
  }
  return seen;
};

/** Each of these texts with the characters of its lines, from left to right as they are painted. */
window.glyphsAsSeen = (selector) =>
  [...document.querySelectorAll(selector)].map((it) => {
    const [node] = it.childNodes;
    const text = node.data;
    const lines = [];
    for (let at = 0; at < text.length; at += 1) {
      if (/[\s\p{M}\p{Cf}]/u.test(text[at])) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      const line = lines.at(-1);
      const glyph = { at, middle: (left + right) / 2 };
      if (line && Math.abs(line.top - top) < height / 2) line.glyphs.push(glyph);
      else lines.push({ top, glyphs: [glyph] });
    }
    return {
      text,
      lines: lines.map(({ glyphs }) => ({
        start: glyphs[0].at,
        end: glyphs.at(-1).at,
        order: glyphs.toSorted((a, b) => a.middle - b.middle).map(({ at: place }) => place),
      })),
    };
  });

window.nextPage = () => document.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
window.styleOf = (selector) => getComputedStyle(document.querySelector(selector));
window.bytesOverWire = () =>
  performance.getEntries().reduce((sum, it) => sum + (it.transferSize ?? 0), 0);

/** How much moved by itself so far. */
window.layoutShift = () =>
  new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const it of list.getEntries()) sum += it.value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  });
