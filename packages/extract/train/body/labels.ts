import type { Block } from '../../src/body/blocks.ts';

/** Tokens of a block, and how many of them the truth has: the gain and the loss of keeping it. */
export interface Label {
  readonly tokens: number;
  readonly true: number;
}

const token = /[\p{L}\p{N}_]+/gu;
const tokenize = (text: string): readonly string[] => text.match(token) ?? [];
const SIZE = 4;

function shingles(tokens: readonly string[], size: number): string[] {
  const list: string[] = [];
  for (let at = 0; at + size <= tokens.length; at++) {
    list.push(tokens.slice(at, at + size).join('\u0001'));
  }
  return list;
}

const countAll = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/**
 * Labels blocks by the truth. A long block counts its runs of four tokens. A shorter one is true
 * when the truth has it right before or after a true neighbour. Where the truth has a passage once
 * and the page twice, the copy among more true text wins;
 * where a block holds the whole passage and another a part of it, the whole one wins.
 */
export function labelBlocks(blocks: readonly Block[], truth: string): Label[] {
  const truthTokens = tokenize(truth);
  const truthCounts = countAll(shingles(truthTokens, SIZE));
  const truthText = ` ${truthTokens.join(' ')} `;
  const tokens = blocks.map((block) => tokenize(block.text));
  const runs = tokens.map((list) => shingles(list, SIZE));
  const share = runs.map((list) => {
    if (list.length === 0) return 0;
    return list.filter((run) => truthCounts.has(run)).length / list.length;
  });

  // Short blocks lean on their neighbours.
  const isTrue = share.map((value) => value >= 0.5);
  for (let pass = 0; pass < 2; pass++) {
    for (const [index, list] of tokens.entries()) {
      if (list.length === 0 || list.length >= SIZE || isTrue[index]) continue;
      const text = list.join(' ');
      let before = index - 1;
      while (before >= 0 && !isTrue[before] && index - before < 4) before--;
      let after = index + 1;
      while (after < blocks.length && !isTrue[after] && after - index < 4) after++;
      const head = isTrue[before] ? (tokens[before] ?? []).slice(-3).join(' ') : null;
      const tail = isTrue[after] ? (tokens[after] ?? []).slice(0, 3).join(' ') : null;
      const follows = head !== null && truthText.includes(` ${head} ${text} `);
      const leads = tail !== null && truthText.includes(` ${text} ${tail} `);
      if (follows || leads) {
        isTrue[index] = true;
        share[index] = 1;
      }
    }
  }

  // Copies: hand the truth's passages out to the best-placed blocks first.
  const density = tokens.map((_, index) => {
    let near = 0;
    for (let other = Math.max(0, index - 6); other <= index + 6; other++) {
      if (other !== index && isTrue[other]) near += tokens[other]?.length ?? 0;
    }
    return near;
  });
  // The longest passages first: a pull quote repeats a paragraph, not the other way round.
  // But a block that holds the body as a whole is a copy for machines.
  const length = (index: number): number => {
    const count = (runs[index]?.length ?? 0) * (share[index] ?? 0);
    return count > 0.6 * truthTokens.length && truthTokens.length > 300 ? 0 : count;
  };
  const order = [...blocks.keys()]
    .filter((index) => (runs[index]?.length ?? 0) > 0 && (share[index] ?? 0) > 0)
    .sort((a, b) => length(b) - length(a) || (density[b] ?? 0) - (density[a] ?? 0) || a - b);
  const left = new Map(truthCounts);
  for (const index of order) {
    const list = runs[index] ?? [];
    const free = list.filter((run) => (left.get(run) ?? 0) > 0);
    share[index] = free.length / list.length;
    for (const run of free) left.set(run, (left.get(run) ?? 0) - 1);
  }
  return tokens.map((list, index) => ({
    tokens: list.length,
    true: list.length * (share[index] ?? 0),
  }));
}

/** Without what copying a text may change: forms, marks, quotes, dashes, spaces. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Labels blocks that hold a snippet that must (1) or must not (0) be in the body; -1 for the others. */
export function labelBySnippets(
  blocks: readonly Block[],
  wanted: readonly string[],
  unwanted: readonly string[],
): Int8Array {
  const labels = new Int8Array(blocks.length).fill(-1);
  const texts = blocks.map((block) => fold(block.text));
  for (const [label, snippets] of [
    [1, wanted],
    [0, unwanted],
  ] as const) {
    for (const snippet of snippets.map(fold).filter(Boolean)) {
      for (const [index, text] of texts.entries()) {
        if (text.includes(snippet)) labels[index] = label;
      }
    }
  }
  return labels;
}
