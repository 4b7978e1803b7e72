import { dice, type Filled } from './fill.ts';

/** Questions that rotate: of words of all frequencies, the most frequent among them; and apart those of other signs. */
export interface Questions {
  readonly words: readonly string[];
  /** Phrases, exclusions, beginnings. */
  readonly signs: readonly string[];
}

export function questionsOf({ vocabulary, titles }: Filled, count: number): Questions {
  const roll = dice(3);
  const script = () => vocabulary[roll(3) === 0 ? 'fr' : 'ar'];
  const ranked = (top: number, words = script()) =>
    words[Math.floor(top ** (roll(1_000_000) / 1_000_000)) - 1] ?? '';
  // Words of one question are of one script here: those of two never meet in these texts.
  const two = (top: number, other: number, sign = '') => {
    const words = script();
    return `${ranked(top, words)} ${sign}${ranked(other, words)}`;
  };
  const some = <T>(length: number, one: (at: number) => T) =>
    Array.from({ length }, (_, at) => one(at));
  const title = () => titles[roll(titles.length)] ?? [];
  const frequent = some(10, (rank) => [
    vocabulary.ar[rank] ?? '',
    vocabulary.fr[rank] ?? '',
  ]).flat();
  const share = Math.ceil((count - frequent.length) / 6);
  const words = [
    ...frequent,
    ...some(share, () => ranked(200)),
    ...some(share, () => ranked(60_000)),
    ...some(share, () => two(100, 1_000)),
    ...some(share, () => title().slice(0, 2).join(' ')),
    ...some(share, () => title().slice(2, 5).join(' ')),
    ...some(share, () => `rare${roll(300_000)}`),
  ];
  const signs = [
    ...some(20, () => `"${title().slice(1, 3).join(' ')}"`),
    ...some(20, () => two(1_000, 1_000, '-')),
    ...some(20, () => `${ranked(5_000).slice(0, 4)}*`),
  ];
  return { words: words.slice(0, count), signs };
}
