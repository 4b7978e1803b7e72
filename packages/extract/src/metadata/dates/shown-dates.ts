import { TAG, type Tree } from '@nashra/html';
import type { NearbyLine } from '../nearby-lines.ts';
import { nodeText } from '../node-text.ts';
import type { Scan, Spot } from '../scan.ts';
import type { DateClaim } from './claims.ts';
import {
  changedAndPublished,
  isCaption,
  isLabelled,
  isOfSite,
  isStand,
  publishedPart,
  tellsEvent,
  tellsSpan,
  updatePart,
  whatIsSaid,
  whatOf,
} from './date-labels.ts';
import type { DateReader } from './date-reader.ts';
import { endOfArticle } from './end-of-article.ts';
import { isOfEntry, isOfFilm, isOfFlash } from './list-entries.ts';
import { isClock, isOfDay } from './page-clock.ts';
import { isOfPicture, isOfTeaser } from './teasers.ts';

const MAX_LINE = 160;
const MAX_TITLE = 300;
/** Nodes before and after the headline where its date stands. */
const BEFORE = 200;
const AFTER = 800;
/** Elements of each sort that are read; the first near the headline decide. */
const MAX_READ = 12;
/** Lines from the headline within which a bare date is the article's. */
const ADJACENT = 3;
/** Rank of a `time` beside a link: it is likely the linked piece's, and for certain where there are several. */
const ENTRY = 4.3;
/** Rank of a `time` behind paragraphs, where a line right below the headline is a date and nothing else. */
const BEHIND = 4.7;
const BEHIND_NODES = 8;
/** What every full date has; relative and yearless ones have less, but need to know the present. */
const YEAR = /\d{4}|\d[./-]\s?\d{1,2}[./-]\s?\d\d|[٠-٩۰-۹]{2}/;
/** When the present is known, a figure will do, or a line that opens with how long ago it was. */
const RECENT =
  /[\d٠-٩۰-۹]|^\P{L}*(?:(?:published|posted|publié|نشر(?:ت)?)\P{L}{1,3})?(?:منذ|قبل|أمس|اليوم|yesterday|today|hier|il y a|hace|ayer|gestern|vor|ieri|ontem|há|dün)\s?.{0,24}$|^\P{L}*(?:published |posted |updated )?(?:\p{L}+ ){1,2}\p{L}+ ago\P{L}*$/iu;
/** A sentence that tells a day tells what happened then. */
const SENTENCE = /[.!?؟…][»”"’)]*$/u;
const SENTENCE_CHARS = 70;

/** Dates shown to readers: `time` elements, elements marked as dates, lines around the headline. */
export function shownDates(
  tree: Tree,
  scan: Scan,
  headline: number,
  lines: readonly NearbyLine[],
  reader: DateReader,
  now: Date | undefined,
): DateClaim[] {
  const mark = now ? RECENT : YEAR;
  const claims: DateClaim[] = [];
  const claim = (line: string, what: DateClaim['what'], rank: number, node: number): void => {
    const text = publishedPart(line);
    if (text.length >= MAX_LINE || !mark.test(text) || isOfSite(text)) return;
    const both = changedAndPublished(text, what);
    const first = both && reader.shown(both.published);
    const later = first && reader.shown(both.changed);
    if (first && later) {
      claims.push({ ...later, what: 'modified', source: 'visible', rank });
      claims.push({ ...first, what: 'published', source: 'visible', rank });
      return;
    }
    const shown = reader.shown(text);
    if (shown === null || isClock(tree, node, headline, shown, now) || tellsSpan(text)) return;
    claims.push({ ...shown, what, source: 'visible', rank });
    const update = what === 'published' ? updatePart(text) : '';
    const changed = update === '' ? null : reader.shown(update);
    if (changed !== null) claims.push({ ...changed, what: 'modified', source: 'visible', rank });
  };
  const element = (node: number, what: DateClaim['what'], rank: number): void => {
    const declared = reader.declared(machineValue(tree, node));
    if (declared !== null) claims.push({ ...declared, what, source: 'time', rank });
    claim(nodeText(tree, node, MAX_LINE), what, rank + 0.005, node);
  };

  const dayLines = withDate(tree, headline, lines, mark);
  const isLone = ({ text, distance }: NearbyLine): boolean =>
    Math.abs(distance) <= ADJACENT && reader.declared(text) !== null;
  const below = dayLines.find((line) => line.distance > 0 && isLone(line))?.node ?? tree.size;

  const isToday = (text: string): boolean => isOfDay(reader.shown(text), now);
  // Beside a line that says when it was published, today's day is the page's clock.
  const isSaid = now !== undefined && dayLines.some(({ text }) => tellsDay(text));
  // And so is today's day above a headline that another day stands right below.
  const isDatedBelow = (): boolean =>
    now !== undefined &&
    dayLines.some(
      ({ text, distance }) =>
        distance > 0 && distance <= ADJACENT && reader.shown(text) !== null && !isToday(text),
    );
  function tellsDay(text: string): boolean {
    return isLabelled(text) && reader.shown(text) !== null && !isToday(text);
  }

  for (const { node } of scan.props.get('datepublished')?.slice(0, 3) ?? [])
    element(node, 'published', 3);
  for (const { node } of scan.props.get('datemodified')?.slice(0, 3) ?? [])
    element(node, 'modified', 3);
  const near = nearest(scan.times, headline);
  const entries = near.filter(({ node }) => isOfEntry(tree, node, headline));
  for (const [index, spot] of near.entries()) {
    const isEntry = entries.includes(spot);
    const { node, hints } = spot;
    if ((isEntry && entries.length > 1) || isOfTeaser(tree, node, headline)) continue;
    if (isOfFlash(tree, node, headline)) continue;
    const text = `${tree.attr(node, 'itemprop') ?? ''} ${nodeText(tree, node, MAX_LINE)}`;
    const clock = index > CLOCKED || text.includes(':') ? '' : clockBehind(tree, node, scan.times);
    if (clock !== '')
      claim(`${nodeText(tree, node, MAX_LINE)} ${clock}`, whatOf(text, hints), 4, node);
    const rank = isEntry ? ENTRY : node > below + BEHIND_NODES ? BEHIND : 4;
    const said = isFirstDay(tree, node) ? 0 : hints;
    element(node, whatOf(`${textBefore(tree, node)} ${text}`, said), rank + index / 100);
  }
  const shownDays = nearest(scan.dates, headline);
  const dated = shownDays.map(({ node }) => node).filter((node) => isOfEntry(tree, node, headline));
  for (const { node, hints } of shownDays) {
    const text = nodeText(tree, node, MAX_LINE);
    if (dated.length > 1 && dated.includes(node)) continue;
    if (isOfTeaser(tree, node, headline) || isOfFilm(tree, node + 1)) continue;
    element(node, whatOf(text, hints), 5 + Math.min(1, far(node, headline) / 1_000));
  }
  for (const title of [documentTitle(tree, scan), scan.metas.get('og:title')?.[0] ?? ''])
    claim(titleEnd(title), 'published', 5.1, headline);
  for (const name of ['og:description', 'description'])
    claim(
      BRACKETED.exec(scan.metas.get(name)?.[0]?.slice(0, MAX_TITLE) ?? '')?.[1] ?? '',
      'published',
      6.85,
      headline,
    );
  const part = endOfArticle(tree, headline);
  // Where another line says when it was published, «as of» is the day of a change.
  const isFirstSaid = (): boolean =>
    dayLines.some(({ text }) => isLabelled(text) && !isStand(text));
  for (const line of dayLines) {
    const { text, distance, node } = line;
    if (text.length > SENTENCE_CHARS && SENTENCE.test(text) && !isLabelled(text)) continue;
    if (Math.abs(distance) > ADJACENT && tellsEvent(text)) continue;
    // What is said beside the article, without a word for it.
    if (node >= part && whatIsSaid(text) === null) continue;
    if (isOfEntry(tree, node, headline) || isOfTeaser(tree, node, headline)) continue;
    const lone = isLone(line);
    // Right above the headline may stand today's date too.
    const isOther = isSaid || (distance < 0 && isDatedBelow());
    const isNear = lone && !(isOther && isToday(text));
    const rank = isNear ? (distance > 0 ? 4.5 : 4.6) : isLabelled(text) ? 5.2 : 6.5;
    const stamp = reader.declared(stampOf(tree, node));
    if (stamp !== null)
      claims.push({ ...stamp, what: whatOf(text, 0), source: 'time', rank: STAMPED });
    const said = whatIsSaid(text) ?? saidAbove(lines, distance) ?? 'published';
    const what = isStand(text) && isFirstSaid() ? 'modified' : said;
    // The clock may have the line below a day to itself.
    const clock = lone && !text.includes(':') ? clockBelow(lines, distance) : '';
    claim(
      clock === '' ? text : `${text} ${clock}`,
      what,
      rank + Math.min(0.4, Math.abs(distance) / 100),
      node,
    );
  }
  return claims;
}

const documentTitle = (tree: Tree, { titleNode }: Scan): string =>
  titleNode < 0 ? '' : nodeText(tree, titleNode, MAX_TITLE);

/** «… (Notizia del 14 Gennaio 2020)» at the end of what a page says it is about. */
const BRACKETED = /\(([^()]{6,40})\)\s*$/;

/** «Title | Site | 28.04.2023», «Title (12 mai 2024)»: what stands behind the last mark of a title. */
const titleEnd = (title: string): string =>
  title.slice(0, MAX_TITLE).replace(/^.*(?:\s[|–—-]\s|\()/u, '');

/** The lines that may hold a date, nearest first. */
function withDate(
  tree: Tree,
  headline: number,
  lines: readonly NearbyLine[],
  mark: RegExp,
): readonly NearbyLine[] {
  return lines
    .filter(
      ({ text, node }) =>
        text.length < MAX_LINE &&
        mark.test(text) &&
        !isCaption(text) &&
        !isOfFilm(tree, node) &&
        !isOfPicture(tree, node, headline),
    )
    .slice(0, MAX_READ);
}

/** The spots around the headline, nearest first. */
function nearest(spots: readonly Spot[], headline: number): readonly Spot[] {
  return spots
    .filter(
      ({ node, aside }) =>
        !aside && (headline < 0 || (node > headline - BEFORE && node < headline + AFTER)),
    )
    .sort((a, b) => far(a.node, headline) - far(b.node, headline))
    .slice(0, MAX_READ);
}

/** Themes name the day of a text so also where it is the last one. */
const isFirstDay = (tree: Tree, node: number): boolean =>
  /(?:^|\s)(?:entry|post)-date(?:\s|$)/.test(tree.attr(node, 'class') ?? '');

/** Behind further ones stand no clocks of their own. */
const CLOCKED = 1;
/** Nodes between a day and its clock in an element of its own. */
const CLOCK_NODES = 14;
const CLOCK = /^\P{N}{0,3}[\d٠-٩]{1,2}\s?[:hH.]\s?[\d٠-٩]{2}(?:\s?(?:[صم]|[ap]\.?m\.?))?$/iu;

/** The clock that a `time` right behind another one is, '' where that is none. */
function clockBehind(tree: Tree, node: number, times: readonly Spot[]): string {
  const next = times.find((spot) => spot.node > node);
  if (next === undefined || next.node > (tree.end[node] as number) + CLOCK_NODES) return '';
  const text = nodeText(tree, next.node, MAX_LINE);
  return CLOCK.test(text) ? text : '';
}

/** The clock that has the line below another to itself, '' without one. */
function clockBelow(lines: readonly NearbyLine[], distance: number): string {
  const next = lines.find((line) => line.distance === distance + 1)?.text ?? '';
  return CLOCK.test(next) ? next : '';
}

const LABEL_CHARS = 40;

/** What a word says that has the line above a day to itself: «Updated»; null without one. */
function saidAbove(lines: readonly NearbyLine[], distance: number): DateClaim['what'] | null {
  const above = lines.find((line) => line.distance === distance - 1)?.text ?? '';
  return above.length > LABEL_CHARS || /\p{N}/u.test(above) ? null : whatIsSaid(above);
}

/** What follows the headline is nearer than what stands before it. */
function far(node: number, headline: number): number {
  return node >= headline ? node - headline : (headline - node) * 2;
}

/** Attributes that scripts read the moment from which a line tells in words. */
const STAMP =
  /^data-(?:(?:pub\w*-?)?(?:time-?stamp|date-?time|date|time)|ts|utc|utime|epoch|livestamp|published(?:-?at)?)$/;
/** Rank of such a moment: a line's own element says it. */
const STAMPED = 4.45;
/** What shows when a pointer rests on a line, where it is a day. */
const DAY_CHARS = 40;
const STAMP_STEPS = 2;

/** The moment that the element around a line's text says to machines, '' without one. */
function stampOf(tree: Tree, text: number): string {
  let node = tree.parent[text] as number;
  for (let step = 0; step < STAMP_STEPS && node > 0; step++) {
    for (const name of tree.attrNames(node)) {
      if (STAMP.test(name)) return tree.attr(node, name) ?? '';
      if (name !== 'title') continue;
      const value = tree.attr(node, name) ?? '';
      const isDay = value.length <= DAY_CHARS && /\d{4}/.test(value);
      if (isDay && !YEAR.test(tree.text(text))) return value;
    }
    node = tree.parent[node] as number;
  }
  return '';
}

const MACHINE = ['datetime', 'content', 'data-datetime', 'data-timestamp'];

function machineValue(tree: Tree, node: number): string {
  // «title» is where an abbreviation says it, as hAtom has it.
  const isShort = tree.tag[node] === TAG.abbr;
  for (const name of isShort ? ['title'] : MACHINE) {
    const value = tree.attr(node, name);
    if (value) return value;
  }
  return '';
}

/** The text right before an element, where its label stands. */
function textBefore(tree: Tree, node: number): string {
  for (let i = node - 1; i > node - 4 && i > 0; i--) {
    const text = tree.text(i).trim();
    if (text !== '') return text.slice(-40);
  }
  return '';
}
