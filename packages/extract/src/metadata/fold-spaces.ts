import type { UnitBuffer } from '@nashra/html';

export const SPACE = 32;

/** Trims the units from a place on and makes every run of white space one blank; answers where they end then. */
export function foldSpaces({ units, length }: UnitBuffer, from: number): number {
  let to = from;
  let isApart = false;
  for (let at = from; at < length; at++) {
    const unit = units[at] as number;
    if (isSpace(unit)) {
      isApart = true;
      continue;
    }
    if (isApart && to > from) units[to++] = SPACE;
    isApart = false;
    units[to++] = unit;
  }
  return to;
}

/** What `\s` matches. */
function isSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === SPACE || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit === 0xa0;
  return (
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x1680 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
