import type { PageFacts } from './page-facts.ts';
import { tokenShare } from './resemblance.ts';
import type { TextFacts } from './scan.ts';
import { hashStep } from './token-hash.ts';

const RUN = 4;
/** A repeated block is a copy for machines when it holds this share of all that is kept. */
const MUCH = 0.35;
const REPEATED = 0.9;

function runsOf({ tokens }: PageFacts, { tokenStart, tokenEnd }: TextFacts): number[] {
  const runs: number[] = [];
  for (let at = tokenStart; at + RUN <= tokenEnd; at++) {
    let hash = 0;
    for (let i = at; i < at + RUN; i++) hash = hashStep(hash, tokens.hashes[i] as number);
    runs.push(hash);
  }
  return runs;
}

/** How many runs each kept block has. */
function runsByBlock(texts: readonly TextFacts[], kept: Uint8Array): Int32Array {
  const lengths = new Int32Array(kept.length);
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index]) continue;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    lengths[index] = Math.max(0, tokenEnd - tokenStart - RUN + 1);
  }
  return lengths;
}

/**
 * Takes out kept blocks that hold the whole text once more, in one piece. Small repetitions stay:
 * pull quotes and summaries belong to the article as its publisher shows it.
 */
export function dropRepeats(facts: PageFacts, kept: Uint8Array): void {
  const { texts, repeats } = facts;
  const lengths = runsByBlock(texts, kept);
  let all = 0;
  for (const length of lengths) all += length;
  const order: number[] = [];
  for (let index = 0; index < kept.length; index++) {
    const isLong = kept[index] === 1 && (lengths[index] as number) > MUCH * all;
    if (isLong && (repeats.shares[index] as number) >= REPEATED) order.push(index);
  }
  if (order.length === 0) return;
  order.sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || b - a);
  const runs = new Map<number, number[]>();
  const counts = new Map<number, number>();
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index]) continue;
    const own = runsOf(facts, texts[index] as TextFacts);
    runs.set(index, own);
    for (const run of new Set(own)) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  for (const index of order) {
    const own = runs.get(index) ?? [];
    const covered = own.filter((run) => (counts.get(run) ?? 0) > 1).length;
    if (covered < REPEATED * own.length) continue;
    kept[index] = 0;
    for (const run of new Set(own)) counts.set(run, (counts.get(run) ?? 1) - 1);
  }
}

const placeholder =
  /^(?:loading|please wait|chargement|cargando|wird geladen|caricamento|carregando|laden|جاري? (?:ال)?تحميل|يرجى الانتظار|الرجاء الانتظار)/iu;
const LONGEST_PLACEHOLDER = 60;

/**
 * Takes everything out when nothing is kept but the title and a note that the text is being loaded:
 * such a page holds no body.
 */
export function dropPlaceholders(facts: PageFacts, kept: Uint8Array): void {
  const { blocks, texts, tokens, title } = facts;
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index]) continue;
    const block = blocks[index] as (typeof blocks)[number];
    const isNote = block.chars <= LONGEST_PLACEHOLDER && placeholder.test(block.text);
    const isTitle = tokenShare(tokens, texts[index] as TextFacts, title) >= REPEATED;
    if (!isNote && !isTitle) return;
  }
  kept.fill(0);
}
