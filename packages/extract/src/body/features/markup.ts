import { type KnownTag, TAG } from '@nashra/html';
import { CLASS_GROUPS } from '../class-words.ts';
import { CONTEXT_TAGS } from '../tag-sets.ts';
import type { FeatureGroup } from './group.ts';

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'li',
  'div',
  'td',
  'th',
  'blockquote',
  'figcaption',
  'pre',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'center',
  'form',
  'summary',
] as const satisfies readonly KnownTag[];
const PARENTS = [
  'p',
  'div',
  'li',
  'ul',
  'td',
  'section',
  'article',
  'blockquote',
  'figure',
  'header',
  'body',
] as const satisfies readonly KnownTag[];

const tagIds = TAGS.map((tag) => TAG[tag]);
const parentIds = PARENTS.map((tag) => TAG[tag]);
const bitsOf = (names: readonly string[], prefix: string): readonly string[] =>
  names.map((name) => `${prefix}:${name}`);

/** What the block's element is, and what it lies in. */
export const markup: FeatureGroup = {
  names: [
    ...bitsOf(TAGS, 'tag'),
    ...bitsOf(PARENTS, 'parent'),
    ...bitsOf(CONTEXT_TAGS, 'in'),
    ...bitsOf(CLASS_GROUPS, 'own'),
    ...bitsOf(CLASS_GROUPS, 'near'),
    ...bitsOf(CLASS_GROUPS, 'any'),
    ...bitsOf(CLASS_GROUPS, 'part'),
    ...bitsOf(CONTEXT_TAGS, 'part-in'),
    'hidden',
    'depth',
    'named-levels',
  ],
  write({ tree, elements, parts, blocks }, index, row, at) {
    const { node } = blocks[index] as (typeof blocks)[number];
    const up = tree.parent[node] ?? 0;
    const tag = tree.tag[node];
    const upTag = tree.tag[up];
    for (const id of tagIds) row[at++] = tag === id ? 1 : 0;
    for (const id of parentIds) row[at++] = upTag === id ? 1 : 0;
    const context = elements.context[node] as number;
    for (let bit = 0; bit < CONTEXT_TAGS.length; bit++) row[at++] = (context >>> bit) & 1;
    const own = elements.own[node] as number;
    const above = elements.own[up] as number;
    const near = own | above | (elements.own[tree.parent[up] ?? 0] as number);
    const any = elements.inherited[node] as number;
    for (const mask of [own, near, any, parts.names[node] as number]) {
      for (let bit = 0; bit < CLASS_GROUPS.length; bit++) row[at++] = (mask >>> bit) & 1;
    }
    const partContext = parts.context[node] as number;
    for (let bit = 0; bit < CONTEXT_TAGS.length; bit++) row[at++] = (partContext >>> bit) & 1;
    row[at++] = elements.hidden[node] as number;
    row[at++] = elements.depth[node] as number;
    row[at] = own === 0 ? (above === 0 ? 2 : 1) : 0;
  },
};
