/** Scripts told apart by code point ranges; `latin` and `cyrillic` need statistics, most others name a language. */
export type Script =
  | 'arabic' | 'latin' | 'tifinagh' | 'cyrillic' | 'greek' | 'hebrew' | 'han' | 'kana' | 'hangul'
  | 'armenian' | 'georgian' | 'ethiopic' | 'thai' | 'indic'; // biome-ignore format: a list

type Range = readonly [from: number, to: number, script: Script];

const RANGES: readonly Range[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x250, 0x2af, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x58f, 'armenian'],
  [0x5d0, 0x5f4, 'hebrew'],
  [0x620, 0x64a, 'arabic'],
  [0x66e, 0x6d3, 'arabic'],
  [0x6d5, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x900, 0xdff, 'indic'],
  [0xe00, 0xe7f, 'thai'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2d30, 0x2d6f, 'tifinagh'],
  [0x3040, 0x30ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7af, 'hangul'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
];

/** One more than the index into RANGES, by code unit; 0 for what is no letter. */
const rangeOf = new Uint8Array(0x10000);
for (const [index, [from, to]] of RANGES.entries()) rangeOf.fill(index + 1, from, to + 1);

/** Letters of each script in a text. */
export function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  let script: Script | undefined;
  let run = 0;
  const add = (): void => {
    if (script) counts.set(script, (counts.get(script) ?? 0) + run);
    run = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const range = rangeOf[text.charCodeAt(i)] as number;
    if (range === 0) continue;
    const own = (RANGES[range - 1] as Range)[2];
    if (own !== script) add();
    script = own;
    run++;
  }
  add();
  return counts;
}
