import { crc32, deflateSync } from 'node:zlib';
import { Random } from './random.ts';

/** A soft landscape of bands as a PNG, different for every story. */
export function storyPng(seed: number, n: number, width = 320, height = 180): Buffer {
  const random = new Random(seed, n, 7);
  const [red, green, blue] = [
    random.between(60, 200),
    random.between(80, 200),
    random.between(90, 220),
  ];
  const horizon = random.between(height / 3, (2 * height) / 3);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter: none.
    rows[at++] = 0;
    for (let x = 0; x < width; x += 1) {
      const hill = y > horizon + 18 * Math.sin((x + n) / 40) ? 0.55 : 1 - y / (height * 3);
      rows[at++] = red * hill;
      rows[at++] = green * hill;
      rows[at++] = blue * hill;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function logoSvg(letter: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="12" fill="#234"/><text x="32" y="44" font-size="34" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
