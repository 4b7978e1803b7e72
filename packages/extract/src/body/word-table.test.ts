import { expect, it } from 'vitest';
import { WordTable } from './word-table.ts';

it('knows what each word is worth, and that other words say nothing', () => {
  const keys = Int32Array.from({ length: 100 }, (_, i) => Math.imul(i, 0x9e3779b1) >> (i % 24));
  const worth = new Map([...keys].map((key, i) => [key, (i % 2 ? 1 : -1) * (1 + i)]));
  const table = new WordTable(Int32Array.from(worth.keys()), Int8Array.from(worth.values()));
  for (const [key, hundredths] of worth) expect(table.valueOf(key)).toBe(hundredths / 100);
  expect(table.valueOf(123_456_789)).toBe(0);
});
