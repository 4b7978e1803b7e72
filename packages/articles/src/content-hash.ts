import { createHash } from 'node:crypto';
import { type CleanDraft, type Draft, draftSchema } from './draft.ts';

const saidSchema = draftSchema.pick({
  title: true,
  authors: true,
  body: true,
  images: true,
  rights: true,
});

/** The hash of what an article would say, were it written from this draft. */
export const hashOf = (draft: Draft): string => contentHash(saidSchema.parse(draft));

/** Hex sha256 of what a reader would see change. Markup and dates alone make no new revision; what may be done with it does. */
export function contentHash({
  title,
  body,
  authors,
  images,
  rights,
}: Pick<CleanDraft, 'title' | 'body' | 'authors' | 'images' | 'rights'>): string {
  const lead = images.find((image) => image.isLead)?.address ?? null;
  return createHash('sha256')
    .update(JSON.stringify([title, body, authors, lead, ...(rights ? [rights] : [])]))
    .digest('hex');
}
