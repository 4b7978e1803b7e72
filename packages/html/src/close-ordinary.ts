import type { OpenElements } from './open-elements.ts';
import { TRAIT, traitsOf } from './tag-traits.ts';

/** "Any other end tag": closes the nearest element of that name, if no special element is in between. */
export function closeOrdinary(open: OpenElements, tag: number): void {
  if (!open.has(tag)) return;
  for (let i = open.size - 1; i > 0; i--) {
    const code = open.codes[i] as number;
    if (code === tag) {
      open.popTo(i - 1);
      return;
    }
    if ((traitsOf(code) & TRAIT.special) !== 0) return;
  }
}
