import type { Tree } from '@nashra/html';
import { ARTICLE_THRESHOLD } from '../../sureness/threshold.ts';
import type { BodyFacts, Metadata, Page, PageKind } from '../../types.ts';
import { type AddressShape, addressShape } from './address-shape.ts';
import {
  isConsentText,
  isConsentTitle,
  isErrorTitle,
  isHouseTitle,
  isIssueTitle,
  isListTitle,
} from './error-words.ts';
import { listsLinks, sells } from './leads-on.ts';

/** An error page says little besides. */
const MAX_ERROR_WORDS = 800;
/** A wall of consent has a sentence or two. */
const MAX_CONSENT_WORDS = 150;
/** A video's or gallery's own text is short; with more it is an article with pictures. */
const MAX_MEDIA_WORDS = 180;
/** Below this a long text is not taken for the page's own. */
const DOUBTFUL = 0.6;
const SURE_ARTICLE = 0.9;
/** Characters of a page that may be a table and nothing else, and words of a line that says more. */
const MAX_TABLE = 4_000;
const SENTENCE = 15;
/** Sentences beside its rows by which a table is part of a story. */
const SAID = 2;
/** What no judge could mistake for an article. */
const LOST = 0.05;
/** Words of a brief, and of its headline. */
const BRIEF = [15, 150] as const;
const BRIEF_TITLE = 5;
/** Words of a story in pictures, and how sure its day is. */
const TOLD = [12, 180] as const;
const DATED = 0.7;
const LONGER = /[\p{L}\p{N}]{4,}/gu;
const ENDED = /[.!?؟…][\s»”"')\]]*$/u;
const MIN_GALLERY_IMAGES = 8;
const MIN_LISTED = 5;
const MIN_LINKS = 22;
/** Mean length of links from which on they are headlines, not menu entries. */
const HEADLINE_CHARS = 25;

/**
 * Decides what kind of page it is, once the body is known.
 * @param probability that it is an article, by the judge of pages
 */
export function classifyPage(
  { url, tree }: Page,
  metadata: Metadata,
  body: BodyFacts,
  probability: number,
): { kind: PageKind; confidence: number } {
  if (isError(metadata, body)) return { kind: 'error', confidence: 0.95 };
  if (asksForConsent(metadata, body)) return { kind: 'other', confidence: 0.9 };
  const isHouse = isHouseTitle(metadata.title);
  // The day of such a page's last change is no day of publishing.
  if (isHouse && (metadata.published === null || isOnlyShown(metadata)))
    return { kind: 'other', confidence: 0.9 };
  if (!isDated(metadata) && isTable(body.text)) return { kind: 'other', confidence: 0.8 };
  const shape = addressShape(url);
  const mayBeShort = !isHouse && !isListTitle(metadata.title);
  const isTold = mayBeShort && isDatedStory(metadata, body, shape, probability);
  const media = isTold ? null : mediaKind(metadata, body, shape, probability);
  if (media !== null) return { kind: media, confidence: 0.8 };
  const isArticle =
    probability >= ARTICLE_THRESHOLD ||
    isTold ||
    (mayBeShort && isBrief(metadata, body, probability));
  const leadsOn = isArticle && leadsElsewhere(tree, metadata, body);
  if (isArticle && !leadsOn && !isListed(metadata, shape, probability))
    return {
      kind: 'article',
      confidence: rescale(Math.max(probability, ARTICLE_THRESHOLD), ARTICLE_THRESHOLD),
    };
  return {
    kind: otherKind(metadata, body, shape),
    confidence: leadsOn ? 0.6 : rescale(1 - probability, 1 - ARTICLE_THRESHOLD),
  };
}

/** So that the threshold becomes 0.5, as readers of a confidence expect. */
function rescale(probability: number, threshold: number): number {
  const scaled = 0.5 + (0.5 * (probability - threshold)) / (1 - threshold);
  return Math.round(Math.min(0.99, scaled) * 100) / 100;
}

/**
 * True for a few sentences under a headline that tell what it says: the page names itself by it in two places, and half of
 * its longer words come again. The judge of pages has seen few texts as short.
 */
function isBrief(metadata: Metadata, { text, wordCount }: BodyFacts, probability: number): boolean {
  const { title } = metadata;
  if (probability < LOST || wordCount < BRIEF[0] || wordCount > BRIEF[1]) return false;
  if (!isHeaded(metadata)) return false;
  if (title.split(' ').length < BRIEF_TITLE || !ENDED.test(text)) return false;
  const told = text.toLowerCase();
  const words = title.toLowerCase().match(LONGER) ?? [];
  return words.filter((word) => told.includes(word)).length * 2 >= words.length;
}

/**
 * True for a few sentences under the page's headline on a day that stands beside it: a story in pictures, in a film or in
 * entries of running coverage, of which the judge of pages has seen few. Lists have the days of what they list, and what is
 * sold or offered has none.
 */
function isDatedStory(
  metadata: Metadata,
  { text, wordCount }: BodyFacts,
  shape: AddressShape,
  probability: number,
): boolean {
  const { title, published } = metadata;
  if (published === null || published.source === 'meta' || published.confidence < DATED)
    return false;
  if (probability < LOST || wordCount < TOLD[0] || wordCount > TOLD[1]) return false;
  const isList = shape === 'listing' || shape === 'home';
  return !isList && title !== '' && isHeaded(metadata) && ENDED.test(text);
}

/** Whether a page names itself in two places, one of them shown: by a heading, or by an element of another rank. */
function isHeaded({ title, places, signs }: Metadata): boolean {
  if (places.title.includes('heading')) return places.title.length > 1;
  return signs.isLesserHeadline && title.split(' ').length >= BRIEF_TITLE;
}

/** A page that is not there says so in its title; its heading may say it in its own way («Oops, this can’t be found»). */
function isError(metadata: Metadata, { wordCount }: BodyFacts): boolean {
  if (isDated(metadata) || wordCount >= MAX_ERROR_WORDS) return false;
  return (
    isErrorTitle(metadata.title) ||
    (metadata.published === null && metadata.titles.some(isErrorTitle))
  );
}

/** A list of what stands elsewhere, an issue of a journal, or what is sold: no judge has seen many of the kind. */
function leadsElsewhere(tree: Tree, metadata: Metadata, { nodes, wordCount }: BodyFacts): boolean {
  if (metadata.signs.declared === 'article') return false;
  if (isIssueTitle(metadata.title)) return true;
  return isBare(metadata) && (listsLinks(tree, nodes, wordCount) || sells(tree, wordCount));
}

/** Nothing says of such a page that it is an article, and no day dates it. */
const isBare = ({ signs, published }: Metadata): boolean =>
  signs.declared !== 'article' && published === null;

/** No machine is told the day, nor that it is an article. */
const isOnlyShown = ({ signs, published }: Metadata): boolean =>
  signs.declared !== 'article' && published?.source === 'visible';

/** An address of a tag or an author, on a page that calls itself no article: a doubt is enough. */
function isListed(
  { signs, published }: Metadata,
  shape: AddressShape,
  probability: number,
): boolean {
  const isBare = signs.declared !== 'article' || published === null;
  return shape === 'listing' && isBare && probability < SURE_ARTICLE;
}

/** True for a wall that asks to be allowed to track, by its title or, where no day stands, by all it speaks of. */
function asksForConsent(metadata: Metadata, { text, wordCount }: BodyFacts): boolean {
  if (isDated(metadata) || wordCount >= MAX_CONSENT_WORDS) return false;
  return (
    metadata.titles.some(isConsentTitle) || (metadata.published === null && isConsentText(text))
  );
}

/** True for rows of cells and no sentence: a timetable, rates, a league. */
function isTable(text: string): boolean {
  if (text.length > MAX_TABLE || !text.includes('\t')) return false;
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = lines.filter((line) => line.includes('\t'));
  const said = lines.filter((line) => !line.includes('\t') && ENDED.test(line));
  return (
    rows.length * 2 >= lines.length &&
    said.length < SAID &&
    lines.every((line) => line.split(/\s+/).length < SENTENCE)
  );
}

function isDated({ published, signs }: Metadata): boolean {
  return signs.declared === 'article' && published !== null;
}

function mediaKind(
  { signs }: Metadata,
  { wordCount }: BodyFacts,
  shape: AddressShape,
  probability: number,
): PageKind | null {
  // What the teasers around it say is not its own text.
  const isLong = wordCount >= MAX_MEDIA_WORDS && probability >= DOUBTFUL;
  if (isLong || signs.declared === 'article') return null;
  if (signs.declared === 'video' || (shape === 'video' && signs.videos > 0)) return 'video';
  const isGallery =
    signs.declared === 'gallery' || (shape === 'gallery' && signs.images >= MIN_GALLERY_IMAGES);
  return isGallery ? 'gallery' : null;
}

function otherKind({ signs }: Metadata, { linkChars }: BodyFacts, shape: AddressShape): PageKind {
  if (shape === 'home') return 'home';
  if (shape === 'video' || shape === 'gallery') return shape;
  if (signs.declared === 'listing' || shape === 'listing') return 'listing';
  // Many links as long as headlines: a list, whatever elements it is drawn with.
  const lists = signs.links >= MIN_LINKS && linkChars >= signs.links * HEADLINE_CHARS;
  const headed = Math.max(signs.headingLinks, signs.articleElements) >= MIN_LISTED;
  return headed || lists ? 'listing' : 'other';
}
