import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** windows-1252 for the C1 controls U+0080–U+009F, which no text means (WHATWG numeric references). */
const C1 = iconv.decode(
  Buffer.from(Array.from({ length: 32 }, (_, i) => 0x80 + i)),
  'windows-1252',
);
const C1_CONTROLS = /[\x80-\x9f]/g;

/** Puts the windows-1252 character in the place of each C1 control. */
export function mapC1(text: string): string {
  return text.replace(C1_CONTROLS, (control) => {
    const mapped = C1[control.charCodeAt(0) - 0x80] as string;
    return mapped === '\ufffd' ? '' : mapped;
  });
}

interface Misreading {
  readonly encoding: 'windows-1256' | 'windows-1252';
  /** Pairs that true text never holds and the misread text is full of. */
  readonly marks: readonly string[];
}

const MISREADINGS: readonly Misreading[] = [
  // ا and ل, two of the commonest letters, as UTF-8 read through windows-1256.
  { encoding: 'windows-1256', marks: ['\u0637\u00a7', '\u0638\u201e'] },
  // The same through windows-1252.
  { encoding: 'windows-1252', marks: ['\u00d8\u00a7', '\u00d9\u201e'] },
  // é, and è, ê, ç or the first two thirds of a typographic apostrophe, through windows-1252.
  { encoding: 'windows-1252', marks: ['\u00c3\u00a9', '\u00c3\u00a8'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00a9', '\u00e2\u20ac'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00a9', '\u00c3\u00aa'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00a9', '\u00c3\u00a7'] },
  // ó and one of á, ñ; ã and ç; ü and one of ö, ä, ß, ş, through windows-1252.
  { encoding: 'windows-1252', marks: ['\u00c3\u00b3', '\u00c3\u00a1'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00b3', '\u00c3\u00b1'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00a3', '\u00c3\u00a7'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00bc', '\u00c3\u00b6'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00bc', '\u00c3\u00a4'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00bc', '\u00c3\u0178'] },
  { encoding: 'windows-1252', marks: ['\u00c3\u00bc', '\u00c5\u0178'] },
];

/** The letters that the pairs begin with: the many of one letter cost a text without it one search. */
const letterOf = ([first]: readonly string[]) => (first as string)[0] as string;
const LETTERS = [...new Set(MISREADINGS.map(({ marks }) => letterOf(marks)))];

/** In bytes, of which the firsts of one letter have more in common than the letter. */
const MARK_BYTES = [...Map.groupBy(MISREADINGS, ({ marks }) => letterOf(marks)).values()].map(
  (all) => {
    const pairs = all.map(({ marks }) => marks.map((mark) => Buffer.from(mark)));
    return { beginning: commonBeginning(pairs.map(([first]) => first as Buffer)), pairs };
  },
);

function commonBeginning(all: readonly Buffer[]): Buffer {
  const [one = Buffer.alloc(0)] = all;
  let length = one.length;
  while (!all.every((other) => other.subarray(0, length).equals(one.subarray(0, length)))) length--;
  return one.subarray(0, length);
}

/** Whether `mapC1` or `repairMojibake` might find something to do in a text, given as UTF-8. */
export function isDamaged(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = buffer.indexOf(0xc2); at >= 0; at = buffer.indexOf(0xc2, at + 2)) {
    if ((bytes[at + 1] as number) < 0xa0) return true;
  }
  return MARK_BYTES.some(
    ({ beginning, pairs }) =>
      buffer.includes(beginning) &&
      pairs.some((marks) => marks.every((mark) => buffer.includes(mark))),
  );
}

const MIN_MARKS = 1;
const MAX_DISTANCE = 20_000;
const NOT_ASCII_RUN = /[\u0080-\uffff]+/g;

/**
 * Undoes UTF-8 that was once read as a one-byte encoding, where that reverses exactly: every run of
 * letters must encode back to well-formed UTF-8. Returns undefined when there was nothing to undo.
 */
export function repairMojibake(text: string): string | undefined {
  const seen = new Set(LETTERS.filter((letter) => text.includes(letter)));
  for (const { encoding, marks } of MISREADINGS) {
    if (!seen.has(letterOf(marks)) || !marks.every((mark) => text.includes(mark))) continue;
    if (!isDense(text, marks)) continue;
    let changed = false;
    const repaired = text.replace(NOT_ASCII_RUN, (run) => {
      const original = reversed(run, encoding);
      if (original === undefined) return run;
      changed = true;
      return original;
    });
    if (changed) return repaired;
  }
  return undefined;
}

/** Whether the marks are frequent enough together to be no accident of binary data. */
function isDense(text: string, marks: readonly string[]): boolean {
  const enough = MIN_MARKS + text.length / MAX_DISTANCE;
  let count = 0;
  for (const mark of marks) {
    let at = text.indexOf(mark);
    for (; at >= 0 && count < enough; at = text.indexOf(mark, at + 1)) count++;
  }
  return count >= enough;
}

/** The byte of each character that browsers read windows-1252 as: bytes without a character are the C1 controls of their number. */
const BYTES_1252 = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
    (char, byte) => [char, byte],
  ),
);

function reversed(run: string, encoding: 'windows-1256' | 'windows-1252'): string | undefined {
  if (run.length < 2) return undefined;
  if (encoding === 'windows-1252') return reversed1252(run);
  const bytes = iconv.encode(run, encoding);
  if (!isUtf8(bytes) || iconv.decode(bytes, encoding) !== run) return undefined;
  return bytes.toString('utf8');
}

function reversed1252(run: string): string | undefined {
  const bytes = Buffer.alloc(run.length);
  for (let at = 0; at < run.length; at++) {
    const byte = BYTES_1252.get(run[at] as string);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
