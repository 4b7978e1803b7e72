import type { UnitBuffer } from '@nashra/html';

export const SPACE = 32;

/** Trims the units and makes every run of white space one blank, in place; answers how many are left. */
export function foldSpaces({ units, length }: UnitBuffer): number {
  let to = 0;
  let isApart = false;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    if (isSpace(unit)) {
      isApart = true;
      continue;
    }
    if (isApart && to > 0) units[to++] = SPACE;
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
