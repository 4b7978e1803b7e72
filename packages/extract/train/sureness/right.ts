/** When a field is right, as the corpora's scorer has it. */

import { fold } from '../body/labels.ts';

const words = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

/** F1 over bags of words. */
export function wordF1(truth: string, text: string): number {
  const expected = words(truth);
  const got = words(text);
  let both = 0;
  let all = 0;
  for (const [word, count] of got) {
    all += count;
    both += Math.min(count, expected.get(word) ?? 0);
  }
  for (const count of expected.values()) all += count;
  return all === 0 ? 1 : (2 * both) / all;
}

export const isSameTitle = (truth: string, title: string): boolean =>
  fold(truth).toLowerCase() === fold(title).toLowerCase();

export function sameNames(truth: readonly string[], names: readonly string[]): boolean {
  const expected = new Set(truth.map(fold));
  return (
    expected.size === new Set(names.map(fold)).size && names.every((n) => expected.has(fold(n)))
  );
}

/** The same calendar day, in UTC or as written. */
export function isSameDay(truth: string, instant: string): boolean {
  const utc = (text: string): string => {
    const time = Date.parse(
      /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || text.length === 10 ? text : `${text}Z`,
    );
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';
  };
  return utc(truth) === utc(instant) || truth.slice(0, 10) === instant.slice(0, 10);
}
