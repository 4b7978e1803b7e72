import { type KnownTag, TAG } from '@nashra/html';
import { CLASS_GROUPS, type ClassGroup } from '../class-words.ts';
import { CONTEXT_TAGS } from '../tag-sets.ts';
import type { FeatureGroup } from './group.ts';

type ContextTag = (typeof CONTEXT_TAGS)[number];

const TAGS = ['p', 'h2', 'h3', 'div', 'li'] as const satisfies readonly KnownTag[];
const INSIDE = ['article', 'ul', 'blockquote', 'figure', 'li'] as const satisfies ContextTag[];
const NEAR = ['content', 'body', 'figure'] as const satisfies ClassGroup[];
const PART = ['figure', 'side', 'teaser', 'meta', 'date'] as const satisfies ClassGroup[];
const PART_INSIDE = ['ul', 'table', 'blockquote', 'li'] as const satisfies ContextTag[];

const named = (prefix: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${prefix}:${name}`);
const bitsOf = <T>(all: readonly T[], names: readonly T[]): readonly number[] =>
  names.map((name) => all.indexOf(name));

const tagIds = TAGS.map((tag) => TAG[tag]);
const insideBits = bitsOf(CONTEXT_TAGS, INSIDE);
const nearBits = bitsOf(CLASS_GROUPS, NEAR);
const partBits = bitsOf(CLASS_GROUPS, PART);
const partInsideBits = bitsOf(CONTEXT_TAGS, PART_INSIDE);

function writeBits(
  mask: number,
  bits: readonly number[],
  values: Float32Array,
  from: number,
): number {
  let at = from;
  for (const bit of bits) values[at++] = (mask >>> bit) & 1;
  return at;
}

/** What the block's element is, and what it lies in. */
export const markup: FeatureGroup = {
  names: [
    ...named('tag', TAGS),
    ...named('in', INSIDE),
    ...named('near', NEAR),
    ...named('part', PART),
    ...named('part-in', PART_INSIDE),
    'depth',
  ],
  write({ tree, elements, parts, blocks }, { indices, starts, values }, column) {
    const { own, context, depth } = elements;
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const { node } = blocks[index] as (typeof blocks)[number];
      const up = tree.parent[node] ?? 0;
      const upper = tree.parent[up] ?? 0;
      const tag = tree.tag[node];
      for (const id of tagIds) values[at++] = tag === id ? 1 : 0;
      at = writeBits(context[node] as number, insideBits, values, at);
      const near = (own[node] as number) | (own[up] as number) | (own[upper] as number);
      at = writeBits(near, nearBits, values, at);
      at = writeBits(parts.names[node] as number, partBits, values, at);
      at = writeBits(parts.context[node] as number, partInsideBits, values, at);
      values[at] = depth[node] as number;
    }
  },
};
