import type { Extraction } from '../types.ts';

/** What of a publisher's pages is watched; the order is that of the bits they are remembered in. */
export const WATCHED = [
  'article',
  'title',
  'date',
  'authors',
  'image',
  'length',
  'sureness',
  'frame',
  'order',
] as const;

export type Watched = (typeof WATCHED)[number];

/** Of a page built otherwise whose fields are as good as before nobody need be saved. */
export const STRUCTURE: ReadonlySet<Watched> = new Set<Watched>(['frame', 'order']);

/** A page as its publisher's guard sees it. */
export interface PageLook {
  readonly isArticle: boolean;
  /** Whether the page itself said it; what its feed says is no merit of the page. */
  readonly title: boolean;
  readonly date: boolean;
  readonly authors: boolean;
  readonly image: boolean;
  /** Whether it shows a film or plays a sound, which may tell what its text does not. */
  readonly film: boolean;
  /** The part of the site that it stands in, '' for none. */
  readonly section: string;
  readonly words: number;
  /** Of the body, 0 to 1. */
  readonly sureness: number;
  /** Places of its template by hash, each once, as they come. */
  readonly frame: Int32Array;
}

const NO_FRAME = new Int32Array();

/** Of letters, that may be lost before nobody can read a text. */
const LOST = 0.01;

/** False where bytes were read in an encoding that they are not in. */
function isLegible(text: string): boolean {
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++;
  return lost <= LOST * text.length;
}

/** Longer is a headline, and no name of a section; a year or a number is none either. */
const SECTION = /^\/(?:[a-z]{2}\/)?(?=[^/]{2,40}\/.)([^/]*[^\d/][^/]*)\//u;

/** The first part of the address that names one; the language before it is none. */
function sectionOf(url: string): string {
  return SECTION.exec(URL.parse(url)?.pathname ?? '')?.[1] ?? '';
}

/**
 * What the guard looks at of the page of an address; `isArticle` is the verdict of the stage, which knows more than the
 * page.
 */
export function lookAt(
  extraction: Extraction,
  url: string,
  isArticle = extraction.isArticle,
): PageLook {
  const { evidence, leadImage, wordCount, sureness, observation } = extraction;
  return {
    isArticle,
    // The document's title alone may be the house's name, on every page.
    title: evidence.title.some((it) => it !== 'document'),
    date: evidence.date !== null && evidence.date !== 'feed',
    authors: extraction.authors.length > 0 && evidence.authors !== 'none',
    image: leadImage !== null,
    film: extraction.kind === 'video' || observation?.hasPlayer === true,
    section: sectionOf(url),
    words: wordCount,
    sureness: isLegible(extraction.body) ? sureness.body : 0,
    frame: observation?.frame ?? NO_FRAME,
  };
}
