import { NODE, type Tree, textContent } from '@nashra/html';
import type { Scan } from '../scan.ts';
import type { DateClaim } from './claims.ts';
import { isOfSite, tellsEvent, tellsSpan, whatIsSaid, whatOf } from './date-labels.ts';
import type { DateReader } from './date-reader.ts';
import { endOfArticle } from './end-of-article.ts';
import { isOfEntry, isOfFilm } from './list-entries.ts';
import { isClock } from './page-clock.ts';
import { isOfPicture, isOfTeaser } from './teasers.ts';

const STATE =
  /"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|first_?published\w*|created_?at)"\s*:\s*"([^"]{8,40})"/i;
const MAX_SCRIPTS = 20;
const MAX_SCRIPT_CHARS = 300_000;
const MAX_LINE = 70;
/** Bytes of such a line, as references and with white space around it. */
const MOST_BYTES = 1_000;
const MAX_READ = 20;
const YEAR = /(?:19|20)\d\d|[٢۲][٠۰]|[۱][۳۴]/;

/**
 * Where nothing near the headline tells the date: the page's own data in its scripts, then any
 * short line with a year, what follows the headline first.
 */
export function hiddenDates(
  tree: Tree,
  scan: Scan,
  headline: number,
  reader: DateReader,
  now: Date | undefined,
): DateClaim[] {
  for (const node of scan.scripts.slice(0, MAX_SCRIPTS)) {
    const value = STATE.exec(textContent(tree, node).slice(0, MAX_SCRIPT_CHARS))?.[1];
    const date = value === undefined ? null : reader.declared(value);
    if (date !== null) return [{ ...date, what: 'published', source: 'meta', rank: 6.9 }];
  }
  const opening = openingDate(tree, headline, reader, now);
  if (opening !== null) return [opening];
  let budget = MAX_READ;
  const start = Math.max(headline, 1);
  const part = endOfArticle(tree, headline);
  for (let i = 0; i < tree.size && budget > 0; i++) {
    // From the headline to the end, then from the beginning to the headline.
    const node = start + i < tree.size ? start + i : start + i - tree.size;
    if (scan.strangers.has(node)) {
      // What stands beside the article tells other days.
      i += (tree.end[node] as number) - node - 1;
      continue;
    }
    // Most texts are white space or paragraphs, and need no string to be passed over.
    const size = tree.textSize(node);
    if (size < 8 || size > MOST_BYTES || tree.isBlank(node)) continue;
    const text = tree.text(node).trim();
    if (text.length < 8 || text.length > MAX_LINE || !YEAR.test(text)) continue;
    // A copyright line's year is nobody's day.
    if (/©|\(c\)|copyright|[{}=;]/i.test(text) || isOfSite(text)) continue;
    if (isOfPicture(tree, node, headline)) continue;
    budget--;
    const date = reader.shown(text);
    if (date === null || isClock(tree, node, headline, date, now)) continue;
    // Nor is the day in a sentence, if that does not say so itself.
    if (tellsEvent(text) || tellsSpan(text)) continue;
    // Nor what is said beside the article, without a word for it.
    if (node >= part && whatIsSaid(text) === null) continue;
    if (isOfTeaser(tree, node, headline)) continue;
    if (!isOfEntry(tree, node, headline) && !isOfFilm(tree, node))
      return [{ ...date, what: whatOf(text, 0), source: 'visible', rank: 6.9 }];
  }
  return [];
}

/** A paragraph that opens with its place and day: «Tunis, 12 mai 2024 (TAP) – …». */
const OPENING = /^(.{6,70}?)\s*(?:\([^)]{2,40}\)\s*)?[–—-]\s/u;
/** The same with a dash on either side of the day: «الرباط – 12 ماي 2024 – …». */
const DASHED = /^(.{3,40}\s[–—-]\s.{6,30}?)\s*(?:\([^)]{2,40}\)\s*)?[–—-]\s/u;
/** Or with the day in digits alone: «01.02.2022 „Der Arbeitsmarkt …». */
const BARE =
  /^(\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)[\s:,]+(?=["'„“«»]?[\p{Lu}\p{Lo}])/u;
/** «Tunis, 12 mai»: a place before a comma, and the day of a month alone, of the year that was read. */
const YEARLESS =
  /^[\p{L}\s’'.-]{3,40}[,،]\s*(?:le )?(?:[\d٠-٩]{1,2}(?:er|\.)?\s(?:de )?\p{L}{3,10}|\p{L}{3,10}\.?\s\d{1,2})$/u;
/** The place of a dateline. */
const PLACE = /^[^,،]{3,40}[,،]\s*(?:le )?/u;
const PARAGRAPH = 80;
/** Captions and standfirsts may stand before it. */
const MAX_PARAGRAPHS = 3;
const MAX_TEXTS = 60;

function openingDate(
  tree: Tree,
  headline: number,
  reader: DateReader,
  now: Date | undefined,
): DateClaim | null {
  if (headline < 0) return null;
  let texts = 0;
  let paragraphs = 0;
  for (let node = headline; node < tree.size && texts < MAX_TEXTS; node++) {
    if (tree.kind[node] !== NODE.text || tree.isBlank(node)) continue;
    texts++;
    if (tree.textSize(node) < PARAGRAPH) continue;
    const text = tree.text(node).trim();
    const heads = [BARE, OPENING, DASHED].flatMap((form) => form.exec(text)?.[1] ?? []);
    const head = heads.find((it) => YEAR.test(it) || (now !== undefined && YEARLESS.test(it)));
    const date = head ? (reader.shown(head) ?? reader.shown(head.replace(PLACE, ''))) : null;
    if (date !== null) return { ...date, what: 'published', source: 'visible', rank: 6.8 };
    if (++paragraphs === MAX_PARAGRAPHS) break;
  }
  return null;
}
