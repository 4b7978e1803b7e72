/** What steers a terminal or reorders what stands beside it: C0 but tab and line feed, DEL, C1, marks of direction, tags. */
const STEERING =
  /[\p{Cc}--[\t\n]]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gv;
/** Colours, the only thing that our own output says to a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of.
const COLOUR = /(\u001b\[[\d;]*m)/;

/** Text of any origin as a terminal may have it: our colours stay, everything else that steers is left out. */
export function visible(text: string): string {
  STEERING.lastIndex = 0;
  if (!STEERING.test(text)) return text;
  return text
    .split(COLOUR)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(STEERING, '')))
    .join('');
}

/** JSON that means the same, with what would steer a terminal spelt as `\\u…`. */
export function visibleJson(json: string): string {
  return json.replace(STEERING, (found) =>
    Array.from({ length: found.length }, (_, at) => escaped(found.charCodeAt(at))).join(''),
  );
}

const escaped = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
