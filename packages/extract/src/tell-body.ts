import { keepSpecimen } from '@nashra/html';
import { declaredText } from './body/declared-text.ts';
import type { Judgement } from './body/judge.ts';
import { findMarks } from './body/marks/find-marks.ts';
import { knownHides } from './body/page-styles.ts';
import { bodyText } from './body/text.ts';
import { describeBody } from './body-facts.ts';
import { boundImage, boundImages } from './bounds.ts';
import type { Budget } from './budget.ts';
import { writeHtml } from './clean/write-html.ts';
import { writeParagraphs } from './clean/write-paragraphs.ts';
import { readHero, readImages } from './metadata/index.ts';
import type { ArticleImage, BodyFacts, Metadata, Page } from './types.ts';

/** A body as it leaves. */
export interface ToldBody {
  readonly facts: BodyFacts;
  readonly html: string;
  readonly images: readonly ArticleImage[];
  readonly leadImage: ArticleImage | null;
  /** Whether it is what the page gives search engines, for it shows nothing itself. */
  readonly isDeclared: boolean;
  /** What found no room. */
  readonly warnings: readonly string[];
}

/** The picture that leads a page which names none: above its text, else the first in it. */
function heroOf(
  page: Page,
  { facts, blocks }: Judgement,
  body: BodyFacts,
  first: ArticleImage | undefined,
): ArticleImage | null {
  const headline = blocks[facts.titleBlock]?.node ?? -1;
  const hero = readHero(page, headline, body, first !== undefined);
  return hero ? boundImage(hero) : (first ?? null);
}

/**
 * Writes the body that was chosen, as text and as HTML, with its pictures, within what the page's budget leaves. Where
 * the page shows none and does not sell it, that is what it gives search engines.
 */
export function tellBody(
  page: Page,
  judgement: Judgement,
  metadata: Metadata,
  budget: Budget,
): ToldBody {
  const { tree } = page;
  const { articleBody, leadImage, paywalled } = metadata;
  const { blocks, kept } = judgement;
  const { listOf } = judgement.facts;
  const warnings: string[] = [];
  const marks = findMarks(tree, blocks, kept, knownHides(tree));
  const shown = bodyText({ tree, blocks, listOf, marks }, kept, budget.body);
  const declared = paywalled ? null : declaredText(articleBody, shown.text, budget.body);
  if (declared) warnings.push('body_declared');
  const { text, isCut } = declared ?? shown;
  budget.take(text);
  if (isCut) warnings.push('body_cut');
  const facts = describeBody(judgement, text);
  const images = boundImages(readImages(page, metadata, facts));
  budget.take([...images.values()]);
  const [first] = images.values();
  const lead = leadImage ?? heroOf(page, judgement, facts, first);
  if (lead !== leadImage && lead !== first) budget.take(lead);
  const source = { tree, url: page.base, blocks, kept, marks, images };
  const room = budget.html(text);
  const clean = declared ? writeParagraphs(text, room) : writeHtml(source, room);
  if (clean.isCut) warnings.push('html_cut');
  keepSpecimen('body', [marks, images, source, clean]);
  return {
    facts,
    html: clean.html,
    images: [...images.values()],
    leadImage: lead,
    isDeclared: declared !== null,
    warnings,
  };
}
