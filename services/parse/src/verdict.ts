import type { Extraction } from '@nashra/extract';
import type { Reason } from '@nashra/ledger';
import type { Fetched } from './ports.ts';
import { showsEntry } from './shows-entry.ts';

/** A page of other kind with fewer words was hardly read: it is empty, or says that something fails. */
const FEW_WORDS = 50;
/** A page that stays without a text for so many looks is a picture, or a film: what it has is all there is. */
const MOST_LOOKS = 3;
/**
 * Looks after which an article that shows nothing of its entry's headline is believed: some feeds have headlines of their own. Where
 * an article is to be written over, which may have been looked at in vain before, they are more.
 */
const DOUBTS = { new: 2, written: 8 } as const;
/** News as short as this may be all that is known so far. */
const SHORT_WORDS = 60;

/** What is known of the entry that a page was fetched for. */
export interface Told {
  /** Whether the page is another one than its entry tells of. */
  readonly isOther: boolean;
  /** Whether its publisher's pages have the headlines of their entries. */
  readonly areShown: boolean;
}

/** Why a page that was read is no article, for now or at all; null where it is one. */
export function verdictOf(page: Fetched, extraction: Extraction, told: Told): Reason | null {
  if (isFrontPage(page.url) && !isFrontPage(page.address)) return 'front_page';
  const { kind, isArticle, wordCount } = extraction;
  // Its server may have died while it wrote.
  if (isCut(extraction) && !page.isReread && page.vain < mostDoubts(page)) return 'truncated';
  // What was read stands: nobody takes an article back by a page that shows nothing.
  const mayBeAll = page.vain >= MOST_LOOKS && !page.isWritten && !told.isOther;
  if (isArticle && wordCount === 0 && !mayBeAll) return 'no_text';
  if (isArticle) return told.isOther && isDoubted(page, told) ? 'other_page' : null;
  if (kind === 'error') return 'error_page';
  if (kind === 'other' && wordCount < FEW_WORDS) return 'no_text';
  return told.isOther ? 'other_page' : 'not_an_article';
}

const isCut = ({ warnings }: Extraction) => warnings.includes('page_cut');

const mostDoubts = ({ isWritten }: Fetched) => (isWritten ? DOUBTS.written : DOUBTS.new);

const isDoubted = (page: Fetched, { areShown }: Told) =>
  page.vain < mostDoubts(page) && (page.isWritten || areShown || page.vain > 0);

/** It was taken for another page, and is believed since it has stayed so. */
const wasDoubted = ({ vain }: Fetched, { isOther, areShown }: Told) =>
  isOther && (areShown || vain > 0);

/** Another page than the entry tells of. What was kept is read as what it was taken for. */
export const isOther = (page: Fetched, extraction: Extraction) =>
  !page.isReread && !showsEntry(page.entry, extraction);

/** Live news that may not be all there yet, or was believed in spite of doubts: it is looked at again. */
export function mayGrow(page: Fetched, extraction: Extraction, told: Told): boolean {
  if (page.lane !== 0) return false;
  return extraction.wordCount < SHORT_WORDS || isCut(extraction) || wasDoubted(page, told);
}

/** The front page of a site, or of a language of it. */
function isFrontPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^\/(?:[a-z]{2}\/?|index\.\w+)?$/.test(url.pathname) && url.search === '';
}
