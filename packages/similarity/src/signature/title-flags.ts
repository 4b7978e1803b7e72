import { foldText } from '@nashra/text';
import { classed } from './common-words.ts';
import { createWordReader } from './words.ts';

/** What desks put before or behind a headline to sell it; it names no story. */
const FLAGS = `عاجل حصري حصريا بالفيديو فيديو بالصور صور شاهد رسميا مباشر خاص هام متابعة تحديث
  video videos photo photos exclusif urgent alerte direct live flash update breaking exclusive watch
  derniere minute maj variante vivo ultima hora`;

const read = createWordReader();
const flags = new Set<number>();
const words = read(foldText(FLAGS));
for (let at = 0; at < words.count; at++) flags.add(classed(words.hashes[at] as number));

/** A headline's words without the flags at either end, unless nothing else is left. */
export function withoutFlags(title: readonly number[]): readonly number[] {
  let from = 0;
  let to = title.length;
  while (from < to && flags.has(title[from] as number)) from++;
  while (to > from && flags.has(title[to - 1] as number)) to--;
  return from < to ? title.slice(from, to) : title;
}
