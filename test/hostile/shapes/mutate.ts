import { pick } from './random.ts';
import { strangeText } from './strange-text.ts';

/** What documents are made of: tags, references, strings, marks, words. */
const PIECE = /<[^>]{0,200}>|&[^;\s]{0,20};|"[^"]{0,100}"|[\p{L}\p{M}]+|\d+|\s+|./gsu;
const LONGEST_RUN = 3_000;
/** Pieces by which parsers of all kinds were seen to stumble. */
const ODD = ['', '\0', '<', '>', '"', "'", '&', '&#0;', '&#x110000;', '<!--', ']]>', '<![CDATA[', '<?', '\\', '\\u', '%', '%00', '$', '*', '-1', '99999999999999999999', '1e999', '٣', 'NaN', 'null', '\ufeff', '\u202e']; // biome-ignore format: a list reads better in lines

/** A document whose pieces were taken out, doubled, swapped, repeated, put into each other, or replaced; as the random numbers say. */
export function mutate(text: string, other: string, random: () => number): string {
  const pieces = text.match(PIECE) ?? [''];
  const others = other.match(PIECE) ?? [''];
  const place = () => Math.floor(random() * pieces.length);
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
    const at = place();
    const act = Math.floor(random() * 8);
    if (act === 0) pieces.splice(at, 1 + Math.floor(random() * 4));
    else if (act === 1) pieces.splice(at, 0, pieces[place()] ?? '');
    else if (act === 2) [pieces[at], pieces[place()]] = [pieces[place()] ?? '', pieces[at] ?? ''];
    else if (act === 3) pieces[at] = pick(ODD, random);
    else if (act === 4)
      pieces[at] = (pieces[at] ?? '').repeat(Math.floor(random() * LONGEST_RUN)).slice(0, 50_000);
    else if (act === 5) pieces.splice(at, 0, strangeText(random));
    else if (act === 6)
      pieces.splice(at, 0, ...others.slice(0, Math.floor(random() * others.length)));
    else pieces.length = Math.max(1, at);
  }
  return pieces.join('');
}
