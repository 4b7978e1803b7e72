import type { Tree } from '@nashra/html';
import { HINT } from '../class-words.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import { nodeText } from '../node-text.ts';
import type { Scan, Spot } from '../scan.ts';
import type { DateClaim } from './claims.ts';
import { readMachineDate } from './machine-date.ts';
import type { ReadVisible } from './visible-date.ts';

const MAX_LINE = 160;
/** Nodes before and after the headline where its date stands. */
const BEFORE = 200;
const AFTER = 800;
const MAX_READ = 12;

const MODIFIED =
  /updat|aktualis|modifi|actuali[sz]|mis? [àa] jour|maj\b|aggiornat|atualiz|ge[uü]pdate|bijgewerkt|oppdatert|opdateret|uppdaterad|güncel|обновл|تحديث|آخر تعديل|به.?روز|last (?:edit|chang)|bearbeitet|geändert/iu;
const PUBLISHED =
  /publi|posted|post[ée]? le|created|erstellt|veröff|erschien|stand\b|datum|inserito|publicad|gepubliceerd|نشر|تاريخ|منذ|الساعة|дата|yayın|eklen/iu;

/** Dates shown to readers: `time` elements, elements marked as dates, lines around the headline. */
export function shownDates(
  tree: Tree,
  scan: Scan,
  headline: number,
  lines: readonly NearbyLine[],
  read: ReadVisible,
): DateClaim[] {
  const claims: DateClaim[] = [];
  const near = (spot: Spot): boolean =>
    headline < 0 || (spot.node > headline - BEFORE && spot.node < headline + AFTER);

  for (const { node, hints } of scan.props.get('datepublished') ?? [])
    add(
      claims,
      machineValue(tree, node),
      'published',
      'time',
      hints,
      3,
      nodeText(tree, node, MAX_LINE),
      read,
    );
  for (const { node, hints } of scan.props.get('datemodified') ?? [])
    add(
      claims,
      machineValue(tree, node),
      'modified',
      'time',
      hints,
      3,
      nodeText(tree, node, MAX_LINE),
      read,
    );

  const times = scan.times.filter((spot) => !spot.aside && near(spot)).slice(0, MAX_READ);
  times.sort((a, b) => distance(a, headline) - distance(b, headline));
  times.forEach(({ node, hints }, index) => {
    const text = nodeText(tree, node, MAX_LINE);
    const around = `${tree.attr(node, 'itemprop') ?? ''} ${text} ${before(tree, node)}`;
    add(
      claims,
      machineValue(tree, node),
      whatOf(around, hints),
      'time',
      hints,
      4 + index / 100,
      text,
      read,
    );
  });

  const marked = scan.dates.filter((spot) => !spot.aside && near(spot)).slice(0, 40);
  marked.sort((a, b) => distance(a, headline) - distance(b, headline));
  let budget = MAX_READ;
  for (const [index, { node, hints }] of marked.entries()) {
    if (budget <= 0) break;
    const text = nodeText(tree, node, MAX_LINE);
    if (text.length >= MAX_LINE || !/[\d٠-٩۰-۹]/.test(text)) continue;
    budget--;
    add(claims, '', whatOf(text, hints), 'visible', hints, 5 + index / 100, text, read);
  }
  budget = MAX_READ;
  for (const { text, distance: far } of lines) {
    if (budget <= 0) break;
    if (text.length >= MAX_LINE || !/[\d٠-٩۰-۹]/.test(text)) continue;
    budget--;
    const labelled = PUBLISHED.test(text) ? 0 : 0.5;
    add(claims, '', whatOf(text, 0), 'visible', 0, 6 + labelled + Math.abs(far) / 100, text, read);
  }
  return claims;
}

function add(
  claims: DateClaim[],
  machine: string,
  what: DateClaim['what'],
  source: DateClaim['source'],
  _hints: number,
  rank: number,
  text: string,
  read: ReadVisible,
): void {
  const declared = readMachineDate(machine);
  if (declared !== null) claims.push({ ...declared, what, source, rank });
  const shown = text === '' ? null : read(text);
  if (shown !== null) claims.push({ ...shown, what, source: 'visible', rank: rank + 0.005 });
}

function machineValue(tree: Tree, node: number): string {
  return (
    tree.attr(node, 'datetime') ??
    tree.attr(node, 'content') ??
    tree.attr(node, 'data-datetime') ??
    ''
  );
}

function whatOf(text: string, hints: number): DateClaim['what'] {
  if (PUBLISHED.test(text)) return 'published';
  return MODIFIED.test(text) || (hints & HINT.modified) !== 0 ? 'modified' : 'published';
}

/** The text right before an element, where its label stands. */
function before(tree: Tree, node: number): string {
  for (let i = node - 1; i > node - 4 && i > 0; i--) {
    const text = tree.text(i).trim();
    if (text !== '') return text.slice(-40);
  }
  return '';
}

function distance({ node }: Spot, headline: number): number {
  return node >= headline ? node - headline : (headline - node) * 2;
}
