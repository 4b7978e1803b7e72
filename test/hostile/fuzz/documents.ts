import fc from 'fast-check';
import { STRANGE } from '../shapes/strange-text.ts';

/** What documents are made of: tags, references, strings, marks, words. */
const PIECE = /<[^>]{0,200}>|&[^;\s]{0,20};|"[^"]{0,100}"|[\p{L}\p{M}]+|\d+|\s+|./gsu;
const MOST_EDITS = 8;
/** What takes the square of a text's length is seen from here on. */
const LONGEST_RUN = 100_000;
/** Pieces by which parsers of all kinds were seen to stumble. */
const ODD = ['', '\0', '<', '>', '"', "'", '&', '&#0;', '&#x110000;', '<!--', ']]>', '<![CDATA[', '<?', '\\', '\\u', '%', '%00', '$', '*', '-1', '99999999999999999999', '1e999', '٣', 'NaN', 'null', '\ufeff', '\u202e', '\r\n', '\r\n\r\n', '__proto__', 'constructor', '{', '[', ';', ',', ':']; // biome-ignore format: a list reads better in lines

/** Something done to the pieces of a document, `at` a share of the way through them. */
type Edit = (pieces: string[], others: readonly string[]) => void;

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const place = (pieces: readonly string[], share: number) => Math.floor(share * pieces.length);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, fc.integer({ min: 1, max: 4 })).map(
    ([where, count]): Edit =>
      (pieces) => {
        pieces.splice(place(pieces, where), count);
      },
  ),
  fc.tuple(at, at).map(
    ([to, from]): Edit =>
      (pieces) => {
        pieces.splice(place(pieces, to), 0, pieces[place(pieces, from)] ?? '');
      },
  ),
  fc.tuple(at, at).map(
    ([one, two]): Edit =>
      (pieces) => {
        const [a, b] = [place(pieces, one), place(pieces, two)];
        [pieces[a], pieces[b]] = [pieces[b] ?? '', pieces[a] ?? ''];
      },
  ),
  fc.tuple(at, fc.constantFrom(...ODD)).map(
    ([where, odd]): Edit =>
      (pieces) => {
        pieces[place(pieces, where)] = odd;
      },
  ),
  fc.tuple(at, fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([where, count, share]): Edit =>
      (pieces) => {
        const it = place(pieces, where);
        const run = pieces.slice(it, it + count).join('');
        // Most are short: a long one says much once, and costs much each time.
        const times = (run.length * 2 + LONGEST_RUN ** share) / Math.max(1, run.length);
        pieces.splice(it, count, run.repeat(times).slice(0, LONGEST_RUN));
      },
  ),
  fc.tuple(at, fc.array(fc.constantFrom(...STRANGE), { maxLength: 8 })).map(
    ([where, strange]): Edit =>
      (pieces) => {
        pieces.splice(place(pieces, where), 0, ...strange);
      },
  ),
  fc.tuple(at, at).map(
    ([where, share]): Edit =>
      (pieces, others) => {
        pieces.splice(place(pieces, where), 0, ...others.slice(0, place(others, share)));
      },
  ),
  at.map(
    (where): Edit =>
      (pieces) => {
        pieces.length = Math.max(1, place(pieces, where));
      },
  ),
);

/**
 * Documents that almost are what a parser takes: a seed whose pieces are taken out, doubled, swapped, repeated, cut, replaced, or
 * put into those of another. What fails is made smaller by taking edits back.
 */
export function documents(seeds: readonly string[]): fc.Arbitrary<string> {
  const seed = fc.constantFrom(...seeds.map((it) => it.match(PIECE) ?? ['']));
  const edits = fc.array(edit, { minLength: 1, maxLength: MOST_EDITS });
  return fc.tuple(seed, seed, edits).map(([base, others, acts]) => {
    const pieces = [...base];
    for (const act of acts) act(pieces, others);
    return pieces.join('');
  });
}
