import { setImmediate } from 'node:timers/promises';
import { currentContents, type Draft } from '@nashra/articles';
import { readCaptures } from '@nashra/captures';
import {
  type Compared,
  compareExtractions,
  type FieldChange,
  type PublisherMemory,
} from '@nashra/extract';
import { findAddresses } from '@nashra/ledger';
import { openKept, type Stores } from './kept-page.ts';
import { recallMemory } from './publisher-memory.ts';
import { draftOf, readPage } from './read-page.ts';

/** What reading a kept page again would change of its article. */
export interface PagePreview {
  readonly addressId: number;
  readonly address: string;
  readonly publisherId: number;
  /** Empty where nothing would. */
  readonly changes: readonly FieldChange[];
}

/** With a frame for the reading of one page, where a page that does not end must end nothing else. */
export interface ReadingStores extends Stores {
  readonly frame?: <Result>(reading: () => Result) => Result;
}

/**
 * Reads kept pages with the extractor of now, as the parse stage would, and compares each with what its article says;
 * writes nothing. Pages without kept bytes, and those that are no articles, are left out.
 */
export async function* previewReading(
  stores: ReadingStores,
  addressIds: readonly number[],
): AsyncGenerator<PagePreview> {
  const { db, frame = (reading) => reading() } = stores;
  const found = await findAddresses(db, { ids: addressIds });
  const kept = found.flatMap(({ id, captureId }) =>
    captureId === null ? [] : [{ addressId: id, captureId }],
  );
  const captures = await readCaptures(db, kept);
  const contents = await currentContents(
    db,
    found.flatMap(({ articleId }) => articleId ?? []),
  );
  const memories = new Map<number, Promise<PublisherMemory | undefined>>();
  const recall = (publisherId: number) => {
    const known = memories.get(publisherId) ?? recallMemory(db, publisherId);
    memories.set(publisherId, known);
    return known;
  };
  for (const row of found) {
    const { id: addressId, address, captureId, articleId, publisherId } = row;
    const before = articleId === null ? undefined : contents.get(articleId);
    // A copy's address carries an article that was read under another one.
    if (captureId === null || before === undefined || before.addressId !== addressId) continue;
    const capture = captures.get(captureId);
    const page = await openKept(stores, { address: { ...row, addressId }, captureId, capture });
    if (page.bytes === null) continue;
    // Whoever else has something to do in this process does it between two pages.
    await setImmediate();
    const memory = await recall(publisherId);
    const { bytes } = page;
    const extraction = frame(() => readPage(page, bytes, { memory }));
    const after = comparedOf(draftOf(page, extraction), extraction.isArticle);
    yield {
      addressId,
      address,
      publisherId,
      changes: compareExtractions(comparedOf(before.draft, true), after),
    };
  }
}

/** Of a draft, what readers see of it. */
function comparedOf(
  draft: Omit<Draft, 'canonical' | 'captureId' | 'extractorVersion' | 'wordCount'>,
  isArticle: boolean,
): Compared {
  const { title, authors, body, html, section, tags, language, images, facts } = draft;
  const lead = images.find((image) => image.isLead);
  const asImage = ({ address, caption, credit, alt }: Draft['images'][number]) => ({
    url: address,
    caption,
    credit,
    alt,
  });
  const dated = (instant: string | null, precision: string | null) =>
    instant === null ? null : { instant: new Date(instant).toISOString(), precision };
  return {
    isArticle,
    title,
    authors,
    body,
    html,
    section,
    tags,
    language,
    published: dated(draft.publishedAt, draft.publishedPrecision),
    modified: dated(draft.modifiedAt, 'second'),
    leadImage: lead ? asImage(lead) : null,
    images: images.map(asImage),
    canonicalUrl: null,
    paywalled: facts['paywalled'] === true,
    liveBlog: facts['liveBlog'] === true,
  } as Compared;
}
