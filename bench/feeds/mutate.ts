import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Random } from './random.ts';

const source = fileURLToPath(new URL('../../packages/feeds/src/', import.meta.url));

/** The invented feeds of the package's own tests, one or two a format. */
export function seedFeeds(): Buffer[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /fixtures\/.*\.(?:xml|json|opml)$/.test(path))
    .sort()
    .map((path) => readFileSync(source + path));
}

const tokens = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  '<!ENTITY a "b">',
  '</item>',
  '<item>',
  '<entry>',
  '</channel>',
  '</rss>',
  '<a b="',
  "<a b='",
  ' xmlns="urn:x"',
  ' xml:base="//"',
  '&#0;',
  '&#xD800;',
  '&a;',
  '&amp',
  '\0',
  '\ufeff',
  '\u202e',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '","',
  '<title>',
  '<link>',
  '<guid/>',
  '<pubDate>32 Foo 99999',
  'http://[',
  'javascript:',
  '%%%',
  '<content type="xhtml">',
  ' type="application/xml"',
  '<georss:point>1e309 x</georss:point>',
  '<x:y:z ',
  '<:',
  'xmlns:xml="x" ',
];

type Mutation = (bytes: Buffer, random: Random, feeds: readonly Buffer[]) => Buffer;

const mutations: Mutation[] = [
  (bytes, random) => bytes.subarray(0, Math.floor(bytes.length / 3) + random.below(bytes.length)),
  (bytes, random) => bytes.subarray(random.below(Math.min(120, bytes.length))),
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let n = random.below(20); n >= 0; n -= 1)
      copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => splice(bytes, random.below(bytes.length), random.below(200), ''),
  (bytes, random) => splice(bytes, random.below(bytes.length), 0, random.pick(tokens)),
  (bytes, random) =>
    splice(bytes, random.below(bytes.length), 0, random.pick(tokens).repeat(1 + random.below(300))),
  (bytes, random) => {
    const from = random.below(bytes.length);
    const piece = bytes.subarray(from, from + random.below(1500));
    return splice(bytes, random.below(bytes.length), 0, piece.toString('latin1'));
  },
  (bytes, random, feeds) => {
    const other = random.pick(feeds);
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]);
  },
];

function splice(bytes: Buffer, at: number, remove: number, insert: string): Buffer {
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(insert, 'latin1'),
    bytes.subarray(at + remove),
  ]);
}

/** One of the feeds, damaged one to six times. */
export function mutate(feeds: readonly Buffer[], random: Random): Buffer {
  let bytes = random.pick(feeds);
  for (let n = random.below(6); n >= 0; n -= 1)
    bytes = random.pick(mutations)(bytes, random, feeds);
  return bytes;
}
