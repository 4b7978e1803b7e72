/** Text between tags, and values of attributes that hold sentences; scripts and styles are taken whole and left alone. */
const PROSE =
  /<(script|style)\b.*?<\/\1>|(?<=>)[^<]+|(?<=\s(?:content|alt|title)=")[^"]*\s[^"]*/gis;
/** Letters of three scripts at the least; short words carry a language and stay. */
const WORD = /\p{L}{4,}/gu;
/** So often a page is another publisher's version of the one before it. */
const VERSION_EVERY = 5;
/** Knuth's multiplier: numbers near each other begin far apart. */
const SPREAD = 2_654_435_761;

/** A real page taken apart, so that it may tell other news: the same build, other words of its language. */
export interface Sample {
  readonly pieces: readonly string[];
  /** By place among the pieces, the number of the word that stands there. */
  readonly wordAt: ReadonlyMap<number, number>;
  /** Those of all pages of its language. */
  readonly words: readonly string[];
}

export function takeApart(pages: readonly string[]): Sample[] {
  const parts = pages.map((page) => ({ language: languageOf(page), ...cut(page) }));
  const words = new Map<string, string[]>();
  for (const { language, own } of parts)
    words.set(language, [...new Set([...(words.get(language) ?? []), ...own])]);
  return parts.map(({ language, pieces, wordAt }) => ({
    pieces,
    wordAt,
    words: words.get(language) ?? [],
  }));
}

const languageOf = (page: string): string =>
  /<html[^>]*\slang="?([a-z]{2})/i.exec(page)?.[1]?.toLowerCase() ?? '';

function cut(page: string) {
  const pieces: string[] = [];
  const wordAt = new Map<number, number>();
  const numbers = new Map<string, number>();
  let end = 0;
  for (const prose of page.matchAll(PROSE)) {
    if (prose[1]) continue;
    for (const { 0: word, index } of prose[0].matchAll(WORD)) {
      const start = prose.index + index;
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      pieces.push(page.slice(end, start));
      wordAt.set(pieces.push(word) - 1, number);
      end = start + word.length;
    }
  }
  pieces.push(page.slice(end));
  return { pieces, wordAt, own: numbers.keys() };
}

/** The page of a number: news of its own, or every fifth time the news before it with some words of its own. */
export function distinctPage(samples: readonly Sample[], n: number): string {
  const isVersion = n % VERSION_EVERY === VERSION_EVERY - 1;
  const told = isVersion ? n - 1 : n;
  const sample = samples[told % samples.length];
  if (!sample) throw new RangeError('no sample pages');
  const { pieces, wordAt, words } = sample;
  const shift = Math.imul(told, SPREAD) >>> 0;
  const page = pieces
    .map((piece, at) => {
      const word = wordAt.get(at);
      return word === undefined ? piece : (words[(word + shift) % words.length] ?? piece);
    })
    .join('');
  return marked(page, `Ref${n.toString(36)}x`);
}

/** With a word of its own in the title and the first paragraphs, and no canonical address but its own. */
function marked(page: string, mark: string): string {
  let left = 4;
  return page
    .replace(/<\/title>/i, ` ${mark}</title>`)
    .replace(/<\/h1>/i, ` ${mark}</h1>`)
    .replace(/(property="og:title"[^>]*content=")/i, `$1${mark} `)
    .replace(/<link[^>]+rel="canonical"[^>]*>/gi, '')
    .replace(/<p(\s[^>]*)?>/gi, (tag) => (left-- > 0 ? `${tag}${mark} ` : tag));
}
