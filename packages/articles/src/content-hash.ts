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
  const lead = unsigned(images.find((image) => image.isLead)?.address ?? null);
  return createHash('sha256')
    .update(JSON.stringify([title, body, authors, lead, ...(rights ? [rights] : [])]))
    .digest('hex');
}

/** Leave of a store to read a picture for some hours, and words against caches: another at each fetch, of one picture. */
const PASSING =
  /^(?:x-(?:amz|goog)-.*|awsaccesskeyid|googleaccessid|sig|signature|token|hmac|hdnts|expires?|policy|key-pair-id|_|rand(?:om)?|nocache|cachebuster)$/i;

function unsigned(address: string | null): string | null {
  const at = address?.indexOf('?') ?? -1;
  if (address === null || at < 0) return address;
  const query = address.slice(at + 1).split('&');
  const kept = query.filter((part) => !PASSING.test(part.split('=', 1)[0] ?? ''));
  if (kept.length === query.length) return address;
  return [address.slice(0, at), ...(kept.length > 0 ? [kept.join('&')] : [])].join('?');
}
