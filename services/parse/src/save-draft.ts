import { type Draft, saveDraft } from '@nashra/articles';
import { advance, type Pipeline } from '@nashra/pipeline';
import { newPublisherOf, UNKNOWN_PUBLISHER } from '@nashra/sources';
import type { Fetched } from './ports.ts';

/** Keeps the draft and moves the address on, together; false when it has moved on already. */
export async function keepDraft(
  pipeline: Pipeline,
  { addressId, publisher, url }: Fetched,
  draft: Draft,
): Promise<boolean> {
  const step = await advance(pipeline, 'parse', addressId, async (tx) => {
    await saveDraft(tx, addressId, draft);
    if (publisher.id !== UNKNOWN_PUBLISHER) return { to: 'next' };
    // A page of a host that nobody knew is an article: now its publisher is born.
    const born = await newPublisherOf(tx, url, publisher.timeZone);
    return { to: 'next', set: { publisher_id: born.id } };
  });
  return step !== null;
}
