import { dice, type inventTexts } from './fill.ts';

/** Words that say little by themselves: half of each text. */
const FREQUENT = 300;

/** What people have somebody watch for: names, words and phrases that say something; one in a hundred is a frequent word. */
export function standing(
  { texts, vocabulary }: ReturnType<typeof inventTexts>,
  count: number,
): string[] {
  const roll = dice(11);
  const frequent = new Set(Object.values(vocabulary).flatMap((words) => words.slice(0, FREQUENT)));
  return Array.from({ length: count }, (_, n) => {
    const { title = [], body = [], script = 'ar' } = texts[roll(texts.length)] ?? {};
    const words = vocabulary[script];
    const telling = body.filter((word) => !frequent.has(word));
    const [one = '', other = ''] = telling.slice(roll(telling.length - 1));
    if (n % 100 === 0) return words[roll(50)] ?? '';
    if (n % 10 < 3) return one;
    if (n % 10 < 6) return `${one} ${other}`;
    if (n % 10 < 7) return `${one} ${title[roll(9)]}`;
    if (n % 10 < 8) return `"${title.slice(2, 4).join(' ')}"`;
    return `${one} -${words[roll(1_000)]}`;
  });
}
