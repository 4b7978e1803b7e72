import { createHash } from 'node:crypto';
import type { Draft } from './draft.ts';

/** Of a draft, what a reader would see change. */
export type Said = Pick<Draft, 'title' | 'body' | 'authors' | 'images' | 'rights'>;

/** Hex sha256 of that. Markup and dates alone make no new revision; what may be done with it does. */
export function contentHash({ title, body, authors, images, rights }: Said): string {
  const lead = images.find((image) => image.isLead)?.address ?? null;
  return createHash('sha256')
    .update(JSON.stringify([title, body, authors, lead, ...(rights ? [rights] : [])]))
    .digest('hex');
}
