import { SIGNATURE_VERSION } from '../signature/signature.ts';
import type { Evidence } from './evidence.ts';
import model from './same-report.weights.json' with { type: 'json' };
import { pointsOf, type Reason, reasonsOf, type Tree } from './trees.ts';

/** `copy`: one report, edited, cut or extended. `part_of`: the shorter stands in the longer among others. */
export type Relation = 'copy' | 'part_of' | 'different';

/** Which of the two is the part: by its words. */
export type Part = 'shorter' | 'longer';

/**
 * Why the points did not decide. `edition`: most of it stands in other stories, of the rest less than half is
 * shared. `swapped`: a form filled in with other names or numbers. `recurring_title`: all that is known is a title
 * that another day had too. `round_up`: the longer opens with the shorter, and goes on in parts with headings of their own.
 */
export type Override = 'edition' | 'swapped' | 'recurring_title' | 'round_up';

export interface Decision {
  readonly relation: Relation;
  /** How sure it is that this is a copy, from 0 to 1; candidates are ranked by it. */
  readonly sureness: number;
  readonly part?: Part;
  readonly override?: Override;
  /** Signatures and rule that decided: `<signature version>.<rule version>`. */
  readonly rule: string;
}

export const RULE = `${SIGNATURE_VERSION}.${model.version}`;
const trees = model.trees as unknown as readonly Tree[];

/** Decides by the evidence. */
export function decide(evidence: Evidence): Decision {
  return decideByPoints(evidence, pointsOf(trees, evidence) - model.least);
}

/** Decides where the points of the bodies are known: above 0 they speak for a copy. */
export function decideByPoints(evidence: Evidence, points: number): Decision {
  const override = overrideOf(evidence);
  const weighed = evidence.thin === 1 ? titlePoints(evidence) : points;
  const sureness = override ? 0 : 1 / (1 + Math.exp(-weighed));
  const part = sureness >= 0.5 ? undefined : partOf(evidence);
  const relation = sureness >= 0.5 ? 'copy' : part ? 'part_of' : 'different';
  return { relation, sureness, ...(part && { part }), ...(override && { override }), rule: RULE };
}

/** What gave how many points: above `least` together means a copy. Strongest first. */
export function explain(evidence: Evidence): {
  readonly least: number;
  readonly reasons: Reason[];
} {
  return { least: model.least, reasons: reasonsOf(trees, evidence) };
}

function overrideOf(evidence: Evidence): Override | undefined {
  const { thin, template, freshContained, hours } = evidence;
  if (thin === 1) return template === 1 && hours > 12 ? 'recurring_title' : undefined;
  if (template >= (hours >= 12 ? 0.3 : 0.4) && freshContained < 0.4) return 'edition';
  if (hours >= 18 && template >= 0.4 && freshContained < 0.6) return 'edition';
  if (isRoundUp(evidence)) return 'round_up';
  return isSwapped(evidence) ? 'swapped' : undefined;
}

/**
 * A text of several headed parts, of which the first is the other text, under a title for all of them. A long report may have
 * headings too: who cuts it keeps words of its title.
 */
function isRoundUp({ headedParts, length, title, longTitle, contained }: Evidence): boolean {
  return headedParts >= 2 && length < 0.4 && contained >= 0.5 && title < 0.3 && longTitle < 0.6;
}

/** Texts alike in form that name others, count others or date otherwise; a corrected text shares more. */
function isSwapped(evidence: Evidence): boolean {
  const { size, length, contained, longTitle, shortTitle, title, shingles } = evidence;
  const { strangers, strangeNumbers, numbers, titleNumbers, hours } = evidence;
  if (titleNumbers > 0 && shingles < 0.8) return true;
  // Of one size, with names of their own each, and little in common but the title: two parts of a talk, two days of an agenda.
  if (length >= 0.8 && strangers >= 2 && contained < 0.4) return true;
  if (length >= 0.8 && strangeNumbers >= 2 && numbers < 0.6 && shingles < 0.8) return true;
  if (length >= 0.8 && strangeNumbers >= 3 && shingles < 0.6) return true;
  if (size >= 200) return false;
  if (isOpenedOtherwise(evidence)) return true;
  // The shorter has no words of its own but its title's: another house put a paragraph of its own before it.
  const isWhole = contained >= 0.97 && size >= 60;
  const known = Math.max(longTitle, shortTitle);
  if (length < 0.85 || isWhole || known >= 0.95) return false;
  if (strangers >= 3 || (strangers === 2 && title >= 0.25)) return shingles < 0.9;
  // One name in titles that are else alike, and neither text has the other's: «félicite son homologue portugais». Who tells a
  // report half a day later seldom words its title anew.
  if (strangers === 1 && title >= 0.4 && known < (hours >= 12 ? 0.85 : 0.8)) return shingles < 0.9;
  return strangeNumbers >= 1 && title >= 0.3 && shingles < 0.8;
}

/**
 * Texts that open with other names each, and share what is said under all of their kind: about the company, how to apply, what
 * buyers of a recalled product are to do.
 */
function isOpenedOtherwise({ strangers, leads, rare }: Evidence): boolean {
  return strangers >= 3 && leads < 0.15 && rare < 0.3;
}

/** Where a side is all title: nearly the same words, one whole in the other, and not too few to name a report. */
function titlePoints(evidence: Evidence): number {
  const { title, titleContained, titleWeight, strangeNumbers, hours } = evidence;
  const isWhole = titleContained >= 0.95 && titleWeight >= 20 && title >= 0.6;
  const isNamed = titleWeight >= (hours > 12 ? 16 : 8);
  if (strangeNumbers > 0 || !isNamed || (title < 0.75 && !isWhole)) return -4;
  return 1 + 12 * Math.max(0, title - 0.75);
}

/**
 * What is part of the other text: the shorter as a whole, or the report whose opening the other takes up somewhere.
 * Where both open alike and go on apart, the part is the one whose title the other text knows.
 */
function partOf(evidence: Evidence): Part | undefined {
  const { thin, contained, freshContained, covered, words, length, longLead, shortLead } = evidence;
  if (thin === 1) return undefined;
  const [most, least] = [Math.max(longLead, shortLead), Math.min(longLead, shortLead)];
  const isWhole = contained >= 0.5 && freshContained >= 0.5 && words >= 0.72;
  if (isWhole && covered <= 0.75 && length < 0.8) return 'shorter';
  if (most >= 0.6 && least <= 0.2) return longLead > shortLead ? 'longer' : 'shorter';
  if (most >= 0.8 && covered < 0.4 && words < 0.6)
    return evidence.longTitle > evidence.shortTitle ? 'longer' : 'shorter';
  return undefined;
}
