import type { OpenElements } from './open-elements.ts';
import { TRAIT } from './tag-traits.ts';

/** "Any other end tag": closes the nearest element of that name, if no special element is in between. */
export function closeOrdinary(open: OpenElements, tag: number): void {
  if (!open.has(tag)) return;
  const { codes, traits } = open;
  for (let i = open.size - 1; i > 0; i--) {
    if (codes[i] === tag) {
      open.popTo(i - 1);
      return;
    }
    if (((traits[i] as number) & TRAIT.special) !== 0) return;
  }
}
