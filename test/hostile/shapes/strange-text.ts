import { pick } from './random.ts';

/** Pieces that no text should hold, and some that any may. */
export const STRANGE = [
  ...[
    '\ud83d',
    '\ude00',
    '\udfff',
    '\ud800',
    '\0',
    '\u0001',
    '\b',
    '\v',
    '\f',
    '\u001b[2J',
    '\u007f',
  ],
  ...[
    '\u0085',
    '\u009b31m',
    '\u009d',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ufeff',
    '\ufffe',
    '\uffff',
  ],
  ...[
    '\ufdd0',
    '\ufff9',
    '\u{e0001}',
    '\u{e0041}',
    '\u{1fffe}',
    '\u{10ffff}',
    '\u2028',
    '\u00a0',
    '\u200f',
  ],
  ...[
    'خبر',
    'مدينة ',
    'word ',
    'é',
    '😀',
    '👩\u200d👩\u200d👧',
    '🇲🇦',
    'می\u200cخواهم',
    '<b>',
    '&amp;',
    '&#xd800;',
    '"',
    "'",
  ],
];

/** A few words between pieces that no text should hold, now and then a letter under 600 marks. */
export function strangeText(random: () => number): string {
  let text = 'Council ';
  for (let left = 1 + random() * 8; left > 0; left--) text += pick(STRANGE, random);
  if (random() < 0.01) text += `e${'\u0301'.repeat(600)}`;
  return `${text} votes`;
}
