import { Arena, keepSpecimen } from '@nashra/html';
import { asksToSubscribe } from './body/asks-to-subscribe.ts';
import { explainBlocks } from './body/explain.ts';
import { type Judgement, judgeAgain, judgeBody } from './body/judge.ts';
import { type Model, shippedModel } from './body/model.ts';
import { boundMetadata } from './bounds.ts';
import { breaksOff } from './breaks-off.ts';
import { Budget } from './budget.ts';
import { decideLanguage } from './decide-language.ts';
import { hasPlayer } from './guard/has-player.ts';
import { weighMemory } from './memory/evidence.ts';
import { observePage } from './memory/observe.ts';
import { closingSignature } from './metadata/authors/closing-signature.ts';
import { openingSignature } from './metadata/authors/opening-signature.ts';
import { classifyPage, readMetadata } from './metadata/index.ts';
import { openPage } from './open-page.ts';
import { likelyArticle } from './sureness/likely-article.ts';
import { readSureness } from './sureness/sureness.ts';
import { tellBody } from './tell-body.ts';
import type {
  Extraction,
  ExtractLimits,
  ExtractOptions,
  Metadata,
  PublisherMemory,
} from './types.ts';

/** Grows with every change that makes stored articles worth extracting again. */
export const EXTRACTOR_VERSION = '19';

export const DEFAULT_EXTRACT_LIMITS: ExtractLimits = {
  bytes: 16 << 20,
  blocks: 8_000,
  // Below four million, with room for what the feed says of the page.
  output: 3_900_000,
};

/** What the judgement of one page needs, and the next one after it. */
const scratch = new Arena(4 << 20);

/** So often what a page gives search engines is its text, on those of the corpora that have both. */
const DECLARED = 0.72;

/** What of a page's metadata is kept with its article. */
const keptOf = ({ title, authors, section, tags, leadImage, canonicalUrl, ampUrl }: Metadata) => [
  ...[title, authors, section, tags, leadImage, canonicalUrl, ampUrl],
];

/** The verdict with the publisher's other pages as evidence, where there is any. */
function remember(judgement: Judgement, memory: PublisherMemory | undefined): Judgement {
  const scores = memory ? weighMemory(judgement, memory) : null;
  return scores ? judgeAgain(judgement, scores) : judgement;
}

/** The metadata with who signs at either end of the text, where nobody signs above it; the line is no part of the body then. */
function signInText(metadata: Metadata, { facts, kept }: Judgement): Metadata {
  const { authors, isByHouse, title } = metadata;
  if (!isByHouse) return metadata;
  const signature =
    openingSignature(facts, kept, title) ??
    (authors.length === 0 ? closingSignature(facts, kept) : null);
  if (signature === null) return metadata;
  if (signature.block !== null) kept[signature.block] = 0;
  const places = { ...metadata.places, authors: 'byline' as const };
  return { ...metadata, authors: signature.names, places };
}

function extractPage(bytes: Uint8Array, options: ExtractOptions, model: Model): Extraction {
  const limits = { ...DEFAULT_EXTRACT_LIMITS, ...options.limits };
  const warnings: string[] = [];
  if (bytes.length > limits.bytes) warnings.push('bytes_cut');
  const page = openPage(bytes.subarray(0, limits.bytes), options);
  const { tree } = page;
  if (tree.truncated) warnings.push('tree_cut');
  if (warnings.length === 0 && breaksOff(bytes)) warnings.push('page_cut');
  const budget = new Budget(limits.output, bytes.length);
  const read = boundMetadata(readMetadata(page));
  scratch.reset();
  const alone = judgeBody(page, read, limits.blocks, model, scratch);
  const judgement = remember(alone, options.memory);
  const { blocks, kept } = judgement;
  const metadata = signInText(read, judgement);
  budget.take(keptOf(metadata));
  if (blocks.length >= limits.blocks) warnings.push('blocks_cut');
  const paywalled = metadata.paywalled || asksToSubscribe(judgement.facts, kept);
  const told = tellBody(page, judgement, { ...metadata, paywalled }, budget);
  warnings.push(...told.warnings);
  const { facts, html, images, leadImage } = told;
  const body = facts.text;
  const said = readSureness(page, metadata, judgement, facts);
  const sureness = {
    ...said,
    ...(told.isDeclared && { body: DECLARED }),
    article: likelyArticle(said.article, metadata, facts, options.feedEntry),
  };
  const { kind, confidence } = classifyPage(page, metadata, facts, sureness.article);
  keepSpecimen('page', [page, read, alone, judgement, facts, told, sureness]);
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
    html,
    leadImage,
    images,
    canonicalUrl,
    ampUrl,
    paywalled,
    liveBlog: metadata.liveBlog,
    rights: metadata.rights,
    wordCount: facts.wordCount,
    extractorVersion: EXTRACTOR_VERSION,
    // Memory learns from what the page says by itself, or it would believe its own errors.
    ...(options.observe && {
      observation: { ...observePage(alone), hasPlayer: hasPlayer(tree, metadata.signs) },
    }),
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
