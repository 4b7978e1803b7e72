import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it.each([
  ['', 0],
  ['One, two; three', 3],
  ['ثلاث كلمات هنا', 3],
  ["l'été 2024", 3],
  ['𝐁𝐨𝐥𝐝𝐚 🎉 x\ud800y', 3],
  ['漢字 と かな', 3],
])('counts the runs of letters and digits in %j', (text, count) => {
  expect(countWords(text)).toBe(count);
  expect(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0).toBe(count);
});
