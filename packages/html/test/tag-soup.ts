/** A small seeded source of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Families of tags that act on each other; one family is drawn for a case, so that its rules meet often. */
const FAMILIES = [
  'a b i em nobr font p div span',
  'table caption colgroup col tbody tr td th p b form input select',
  'select option optgroup hr input table tr td div script template',
  'svg math mi mo mtext annotation-xml foreignobject desc title p b font table script mglyph',
  'template tr td col caption div table select svg p',
  'html head body title meta link base script style noscript noframes frameset frame p template',
  'ul li ol dl dd dt p div address h1 h2 pre listing button form section article',
  'pre textarea title style script xmp iframe noembed plaintext p div b svg',
  'ruby rb rt rp rtc p object applet marquee b nobr image img br hr button a table td',
  'x-card x-list p div span section b table tr td blink custom',
].map((tags) => tags.split(' '));

const TEXTS = [
  'x',
  ' ',
  '\n',
  'a b',
  '&amp;',
  '&notit;',
  '&#32;',
  '&#0;',
  '&#10;',
  '\r\n',
  '\0',
  'é',
  '<',
  '</',
];
const ATTRIBUTES = [
  ' class=a',
  ' id="b c"',
  " title='&lt;&copy=1'",
  ' a a=2',
  ' type=hidden',
  ' color=red',
  ' encoding="text/html"',
  ' =x',
  ' DATA-X="1',
  '/',
  ' b/',
  ' href=a&amp=b/',
  '\n x = y ',
  '"',
];
const MARKUP = [
  '<!-- c -->',
  '<!-->',
  '<!--a--!>',
  '<!---',
  '<!doctype html>',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
  '<![CDATA[x<b>]]>',
  '<?pi?>',
  '</>',
  '</ x>',
  '<!x>',
  '<!--<script>',
  '-->',
];

/** A short document of tags that do not fit together. */
export function tagSoup(random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const tags = [...pick(FAMILIES), ...(random() < 0.3 ? pick(FAMILIES) : [])];
  const length = 2 + Math.floor(random() * 22);
  let html = random() < 0.5 ? '<!doctype html>' : '';
  for (let i = 0; i < length; i++) {
    const kind = random();
    if (kind < 0.45) {
      const attribute = random() < 0.2 ? pick(ATTRIBUTES) : '';
      html += `<${pick(tags)}${attribute}${random() < 0.97 ? '>' : ''}`;
    } else if (kind < 0.7) html += `</${pick(tags)}>`;
    else if (kind < 0.94) html += pick(TEXTS);
    else html += pick(MARKUP);
  }
  return html;
}
