import { Arena, keepSpecimen } from '@nashra/html';
import { detectLanguage } from '@nashra/text';
import { asksToSubscribe } from './body/asks-to-subscribe.ts';
import { declaredText } from './body/declared-text.ts';
import { explainBlocks } from './body/explain.ts';
import { chooseBlocks, type Judgement, judgeBody } from './body/judge.ts';
import { findMarks } from './body/marks/find-marks.ts';
import { type Model, shippedModel } from './body/model.ts';
import { bodyText } from './body/text.ts';
import { describeBody } from './body-facts.ts';
import { boundImage, boundImages, boundMetadata } from './bounds.ts';
import { Budget } from './budget.ts';
import { writeHtml } from './clean/write-html.ts';
import { writeParagraphs } from './clean/write-paragraphs.ts';
import { weighMemory } from './memory/evidence.ts';
import { observePage } from './memory/observe.ts';
import { closingSignature } from './metadata/authors/closing-signature.ts';
import { classifyPage, readHero, readImages, readMetadata } from './metadata/index.ts';
import { openPage } from './open-page.ts';
import { readSureness } from './sureness/sureness.ts';
import type {
  ArticleImage,
  BodyFacts,
  Extraction,
  ExtractLimits,
  ExtractOptions,
  Metadata,
  Page,
  PublisherMemory,
} from './types.ts';

/** Grows with every change that makes stored articles worth extracting again. */
export const EXTRACTOR_VERSION = '12';

export const DEFAULT_EXTRACT_LIMITS: ExtractLimits = {
  bytes: 16 << 20,
  blocks: 8_000,
  // Below four million, with room for what the feed says of the page.
  output: 3_900_000,
};

/** What the judgement of one page needs, and the next one after it. */
const scratch = new Arena(4 << 20);

/** Shorter texts do not tell their language better than the page's declaration. */
const TELLING_TEXT = 100;

/** So often what a page gives search engines is its text, on those of the corpora that have both. */
const DECLARED = 0.72;

/** Longer ones tell nothing more of it. */
const TELLING_ENOUGH = 4_000;

/** What of a page's metadata is kept with its article. */
const keptOf = ({ title, authors, section, tags, leadImage, canonicalUrl, ampUrl }: Metadata) => [
  ...[title, authors, section, tags, leadImage, canonicalUrl, ampUrl],
];

/** The declared tag when the text agrees (it may name the region), else what the text says. */
function decideLanguage(declared: string | null, text: string): string | null {
  if (text.length < TELLING_TEXT) return declared;
  const found = detectLanguage(text.slice(0, TELLING_ENOUGH), declared ?? undefined);
  if (found === 'und' || declared?.split('-')[0]?.toLowerCase() === found) return declared;
  return found;
}

/** The verdict with the publisher's other pages as evidence, where there is any. */
function remember(judgement: Judgement, memory: PublisherMemory | undefined): Judgement {
  const scores = memory ? weighMemory(judgement, memory) : null;
  return scores ? { ...judgement, scores, kept: chooseBlocks(judgement.facts, scores) } : judgement;
}

/** The metadata with who signs below the text, where nobody signs above it; the line is no part of the body then. */
function signBelow(metadata: Metadata, { facts, kept }: Judgement): Metadata {
  if (metadata.authors.length > 0) return metadata;
  const signature = closingSignature(facts, kept);
  if (signature === null) return metadata;
  kept[signature.block] = 0;
  const places = { ...metadata.places, authors: 'byline' as const };
  return { ...metadata, authors: signature.names, places };
}

/** The picture that leads a page which names none and has none in its text. */
function heroOf(page: Page, { facts, blocks }: Judgement, body: BodyFacts): ArticleImage | null {
  const hero = readHero(page, blocks[facts.titleBlock]?.node ?? -1, body);
  return hero && boundImage(hero);
}

function extractPage(bytes: Uint8Array, options: ExtractOptions, model: Model): Extraction {
  const limits = { ...DEFAULT_EXTRACT_LIMITS, ...options.limits };
  const warnings: string[] = [];
  if (bytes.length > limits.bytes) warnings.push('bytes_cut');
  const page = openPage(bytes.subarray(0, limits.bytes), options);
  const { tree } = page;
  if (tree.truncated) warnings.push('tree_cut');
  const budget = new Budget(limits.output, bytes.length);
  const read = boundMetadata(readMetadata(page));
  scratch.reset();
  const alone = judgeBody(page, read, limits.blocks, model, scratch);
  const judgement = remember(alone, options.memory);
  const { blocks, kept } = judgement;
  const { listOf } = judgement.facts;
  const metadata = signBelow(read, judgement);
  budget.take(keptOf(metadata));
  if (blocks.length >= limits.blocks) warnings.push('blocks_cut');
  const marks = findMarks(tree, blocks, kept);
  const paywalled = metadata.paywalled || asksToSubscribe(judgement.facts, kept);
  const shown = bodyText({ tree, blocks, listOf, marks }, kept, budget.body);
  const declared = paywalled ? null : declaredText(metadata.articleBody, shown.text, budget.body);
  if (declared) warnings.push('body_declared');
  const { text: body, isCut } = declared ?? shown;
  budget.take(body);
  if (isCut) warnings.push('body_cut');
  const facts = describeBody(judgement, body);
  const images = boundImages(readImages(page, metadata, facts));
  budget.take([...images.values()]);
  const named = metadata.leadImage ?? images.values().next().value;
  const hero = named ? null : heroOf(page, judgement, facts);
  budget.take(hero);
  const source = { tree, url: page.base, blocks, kept, marks, images };
  const room = budget.html(body);
  const clean = declared ? writeParagraphs(body, room) : writeHtml(source, room);
  if (clean.isCut) warnings.push('html_cut');
  const said = readSureness(page, metadata, judgement, facts);
  const sureness = declared ? { ...said, body: DECLARED } : said;
  const { kind, confidence } = classifyPage(page, metadata, facts, sureness.article);
  keepSpecimen('page', [page, read, alone, judgement, facts, images, source, clean, sureness]);
  const { title, authors, published, modified, section, tags, canonicalUrl, ampUrl } = metadata;
  return {
    kind,
    isArticle: kind === 'article',
    confidence,
    sureness,
    evidence: { ...metadata.places, date: published?.source ?? null },
    title,
    authors,
    published,
    modified,
    section,
    tags,
    language: decideLanguage(metadata.language, body || title),
    body,
    html: clean.html,
    leadImage: named ?? hero,
    images: [...images.values()],
    canonicalUrl,
    ampUrl,
    paywalled,
    liveBlog: metadata.liveBlog,
    rights: metadata.rights,
    wordCount: facts.wordCount,
    extractorVersion: EXTRACTOR_VERSION,
    // Memory learns from what the page says by itself, or it would believe its own errors.
    ...(options.observe && { observation: observePage(alone) }),
    ...(options.explain && { blocks: explainBlocks(judgement, model) }),
    warnings,
  };
}

const nothing: Extraction = {
  kind: 'other',
  isArticle: false,
  confidence: 0,
  sureness: { article: 0, body: 0, title: 0, authors: 0, date: 0 },
  evidence: { title: [], authors: 'none', date: null },
  title: '',
  authors: [],
  published: null,
  modified: null,
  section: null,
  tags: [],
  language: null,
  body: '',
  html: '',
  leadImage: null,
  images: [],
  canonicalUrl: null,
  ampUrl: null,
  paywalled: false,
  liveBlog: false,
  rights: null,
  wordCount: 0,
  extractorVersion: EXTRACTOR_VERSION,
  warnings: [],
};

/** `extract` with another model than the shipped one: what cross-validation measures. */
export function extractWith(bytes: Uint8Array, options: ExtractOptions, model: Model): Extraction {
  try {
    return extractPage(bytes, options, model);
  } catch (error) {
    const reason = error instanceof RangeError ? 'too_large' : 'internal_error';
    return { ...nothing, warnings: [reason] };
  }
}

/**
 * Turns the bytes of a page into an article. Never throws: what cannot be read comes back empty,
 * with a reason in `warnings`.
 */
export const extract = (bytes: Uint8Array, options: ExtractOptions): Extraction =>
  extractWith(bytes, options, shippedModel());
