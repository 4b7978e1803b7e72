import { dice, type Filled } from './fill.ts';

/** Questions that rotate: the most frequent words among them, then of all frequencies, some words, phrases, beginnings and more. */
export function questionsOf({ vocabulary, titles }: Filled, count: number): string[] {
  const roll = dice(3);
  const ranked = (top: number) => {
    const words = vocabulary[roll(3) === 0 ? 'fr' : 'ar'];
    return words[Math.floor(top ** (roll(1_000_000) / 1_000_000)) - 1] ?? '';
  };
  const some = <T>(length: number, one: (at: number) => T) =>
    Array.from({ length }, (_, at) => one(at));
  const title = () => titles[roll(titles.length)] ?? [];
  const frequent = some(10, (rank) => [
    vocabulary.ar[rank] ?? '',
    vocabulary.fr[rank] ?? '',
  ]).flat();
  const share = Math.ceil((count - frequent.length) / 8);
  return [
    ...frequent,
    ...some(share, () => ranked(200)),
    ...some(share, () => ranked(60_000)),
    ...some(share, () => `${ranked(100)} ${ranked(1_000)}`),
    ...some(share, () => title().slice(0, 2).join(' ')),
    ...some(share, () => title().slice(2, 5).join(' ')),
    ...some(share, () => `"${title().slice(1, 3).join(' ')}"`),
    ...some(share, () => `${ranked(1_000)} -${ranked(50)}`),
    ...some(share, (at) =>
      at % 2 === 0 ? `${ranked(5_000).slice(0, 5)}*` : `rare${roll(300_000)}`,
    ),
  ].slice(0, count);
}
