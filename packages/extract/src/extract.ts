import type { Tree } from '@nashra/html';
import { type Judgement, judgeBody } from './body/judge.ts';
import { bodyText, countWords } from './body/text.ts';
import { writeHtml } from './clean/write-html.ts';
import { classifyPage, readImages, readMetadata } from './metadata/index.ts';
import { openPage } from './open-page.ts';
import type { BodyFacts, Extraction, ExtractLimits, ExtractOptions } from './types.ts';

/** Grows with every change that makes stored articles worth extracting again. */
export const EXTRACTOR_VERSION = '1';

export const DEFAULT_EXTRACT_LIMITS: ExtractLimits = {
  bytes: 16 << 20,
  blocks: 20_000,
  output: 2_000_000,
};

function bodyFacts(tree: Tree, judgement: Judgement, text: string): BodyFacts {
  const { blocks, scores, kept } = judgement;
  const nodes: number[] = [];
  let weight = 0;
  let certainty = 0;
  let linkChars = 0;
  let pageChars = 0;
  for (const [index, block] of blocks.entries()) {
    pageChars += block.text.length;
    if (kept[index]) {
      nodes.push(block.node);
      weight += block.text.length;
      certainty += block.text.length * (scores[index] as number);
    } else linkChars += block.linkChars;
  }
  const lastKept = nodes.at(-1) ?? -1;
  let root = nodes[0] ?? -1;
  while (root > 0 && (tree.end[root] as number) <= lastKept) root = tree.parent[root] as number;
  return {
    text,
    wordCount: countWords(text),
    root,
    nodes,
    certainty: weight > 0 ? certainty / weight : 0,
    linkChars,
    pageChars,
  };
}

function extractPage(bytes: Uint8Array, options: ExtractOptions): Extraction {
  const limits = { ...DEFAULT_EXTRACT_LIMITS, ...options.limits };
  const warnings: string[] = [];
  if (bytes.length > limits.bytes) warnings.push('bytes_cut');
  const page = openPage(bytes.subarray(0, limits.bytes), options);
  const { tree } = page;
  if (tree.truncated) warnings.push('tree_cut');
  const metadata = readMetadata(page);
  const judgement = judgeBody(page, metadata, limits.blocks);
  if (judgement.blocks.length >= limits.blocks) warnings.push('blocks_cut');
  const body = bodyText(judgement.blocks, judgement.kept, limits.output);
  const facts = bodyFacts(tree, judgement, body);
  const { kind, confidence } = classifyPage(page, metadata, facts);
  const { title, authors, published, modified, section, tags, canonicalUrl, ampUrl } = metadata;
  return {
    kind,
    isArticle: kind === 'article',
    confidence,
    title,
    authors,
    published,
    modified,
    section,
    tags,
    language: metadata.language,
    body,
    html: writeHtml(judgement.blocks, judgement.kept, limits.output),
    leadImage: metadata.leadImage,
    images: readImages(page, metadata, facts),
    canonicalUrl,
    ampUrl,
    paywalled: metadata.paywalled,
    liveBlog: metadata.liveBlog,
    wordCount: facts.wordCount,
    extractorVersion: EXTRACTOR_VERSION,
    warnings,
  };
}

const nothing: Extraction = {
  kind: 'other',
  isArticle: false,
  confidence: 0,
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
  wordCount: 0,
  extractorVersion: EXTRACTOR_VERSION,
  warnings: ['internal_error'],
};

/**
 * Turns the bytes of a page into an article. Never throws: what cannot be read comes back empty,
 * with a reason in `warnings`.
 */
export function extract(bytes: Uint8Array, options: ExtractOptions): Extraction {
  try {
    return extractPage(bytes, options);
  } catch {
    return nothing;
  }
}
