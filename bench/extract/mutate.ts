/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const fragments = [
  '<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '&', '&#x', '&#0;', '&#x110000;', '"', "'", '=', '\0',
  '<div>', '</div>', '<p>', '</p>', '<a href="x">', '<a>', '</a>', '<table>', '<td>', '<tr>', '</table>',
  '<b><i></b></i>', '<script>', '</script>', '<style>', '<svg>', '<math>', '<title>', '<textarea>', '<template>',
  '<select>', '<option>', '<ul><li>', '<blockquote>', '<plaintext>', '<noscript>', '<iframe>', '<form>', '<h1>',
  '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":', '<time datetime="', '<meta property="og:title" content="',
  '<base href="', 'class="', ' style="display:none"', '\u202e', '\u0660', '\ufeff', '\ufffd', '\ud800', '𐐷', 'ﷺ',
]; // biome-ignore format: a list reads better in lines

const pick = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;

const SHORTEST = 500;

/** A piece of a page, as often of hundreds of bytes as of ten thousands; every other one begins with the page. */
export function cutStretch(random: () => number, page: Uint8Array): Uint8Array {
  const length = SHORTEST * (Math.max(page.length, SHORTEST) / SHORTEST) ** random();
  const from = random() < 0.5 ? 0 : Math.floor(random() * (page.length - length));
  return page.subarray(Math.max(0, from), Math.max(0, from) + Math.ceil(length));
}

/** One to eight changes of a page: bytes flipped, cut, doubled, moved, mixed with another page, markup thrown in. */
export function mutate(random: () => number, page: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Buffer.from(page);
  const place = (): number => Math.floor(random() * bytes.length);
  for (let changes = 1 + Math.floor(random() * 8); changes > 0; changes--) {
    const at = place();
    const length = Math.floor(random() ** 3 * 4000);
    switch (Math.floor(random() * 8)) {
      case 0:
        for (let i = 0; i < 1 + length / 100; i++) bytes[place()] = Math.floor(random() * 256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
        break;
      case 3: {
        const from = place();
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          bytes.subarray(from, from + length),
          bytes.subarray(at),
        ]);
        break;
      }
      case 4: {
        const from = Math.floor(random() * other.length);
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          other.subarray(from, from + length),
          bytes.subarray(at),
        ]);
        break;
      }
      case 5: {
        const text = pick(random, fragments).repeat(1 + Math.floor(random() ** 6 * 3000));
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
        break;
      }
      case 6:
        bytes = bytes.subarray(0, at + 1);
        break;
      default:
        for (let i = 0; i < 5; i++) {
          const here = place();
          bytes = Buffer.concat([
            bytes.subarray(0, here),
            Buffer.from(pick(random, fragments)),
            bytes.subarray(here),
          ]);
        }
    }
  }
  return bytes;
}
