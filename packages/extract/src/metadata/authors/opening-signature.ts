import type { Block } from '../../body/blocks.ts';
import type { PageFacts } from '../../body/page-facts.ts';
import { isHeading } from '../../body/tag-sets.ts';
import { LONGEST, PARAGRAPH, type SignatureLine } from './closing-signature.ts';
import { isNamed } from './given-names.ts';
import { ARABIC } from './line-forms.ts';
import { namesIn } from './names.ts';
import { isAgency, isPerson } from './who.ts';

/** Blocks at the head of a text among which its signature may stand: below a standfirst or two. */
const FIRST_BLOCKS = 4;
/** Of a signature that is drawn as one so many letters are bold or slanted. */
const DRAWN = 0.9;

/** A stroke between two who wrote: «Jane Doe/John Roe». */
const STROKE = /\s*\/\s*/u;

const isWholeName = (name: string): boolean =>
  isPerson(name) && /^\S+(?: \S+){1,3}$/u.test(name) && (!ARABIC.test(name) || isNamed(name));

/** «Par Jane Doe – …», «بقلم: … - …» before the first words of a text. */
const RUN_IN =
  /^\P{L}*(?:[Pp]ar|[Bb]y|[Vv]on|[Pp]or|PAR|BY|بقلم)\s*:?\s+(\p{L}[^\d:|–—]{4,40}?)\s*(?:[–—|]|\s-)\s+\p{L}/u;

/** Who signs in the first words of a text that goes on behind them; the line stays. */
function runInSignature({ blocks }: PageFacts, first: number): SignatureLine | null {
  const name = RUN_IN.exec((blocks[first] as Block).text)?.[1] ?? '';
  return isWholeName(name) ? { names: [name], block: null } : null;
}

/**
 * Who signs at the head of a text, in its first words or in a line of its own right over a paragraph, bold, slanted or of given names: names and
 * nothing else, of which title and text have no word. Null when nobody does.
 */
export function openingSignature(
  facts: PageFacts,
  kept: Uint8Array,
  title: string,
): SignatureLine | null {
  const { tree, blocks } = facts;
  const first = kept.indexOf(1);
  if (first < 0) return null;
  const runIn = runInSignature(facts, first);
  if (runIn !== null) return runIn;
  for (let index = Math.max(0, first - 1); index < first + FIRST_BLOCKS; index++) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (!block || !next || !kept[index + 1]) continue;
    if (block.chars > LONGEST || next.chars < PARAGRAPH || block.links > 0) continue;
    if (isHeading[tree.tag[block.node] as number]) continue;
    const names = signersOf(block.text);
    if (!isDrawn(block) && !names.every(isNamed)) continue;
    if (names.length > 0 && !isTold(names, title, facts, kept, index))
      return { names, block: index };
  }
  return null;
}

const isDrawn = ({ boldChars, italicChars, rawChars }: Block): boolean =>
  Math.max(boldChars, italicChars) >= DRAWN * rawChars;

function signersOf(line: string): string[] {
  const names = line.split(STROKE).flatMap(namesIn);
  const people = names.filter(isWholeName);
  const isAll = people.length > 0 && names.every((name) => isWholeName(name) || isAgency(name));
  const letters = names.reduce((sum, name) => sum + name.length, 0);
  return isAll && line.length - letters <= 6 * names.length ? names : [];
}

const WORD = /[\p{L}\p{M}]{3,}/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Whether title or text have a word of a line: they tell of somebody, or the line is a heading of theirs. */
function isTold(
  names: readonly string[],
  title: string,
  { blocks }: PageFacts,
  kept: Uint8Array,
  at: number,
): boolean {
  const words = new Set(names.flatMap(wordsOf));
  const hasOne = (text: string): boolean => wordsOf(text).some((word) => words.has(word));
  return (
    hasOne(title) ||
    blocks.some(({ text }, index) => index !== at && kept[index] === 1 && hasOne(text))
  );
}
