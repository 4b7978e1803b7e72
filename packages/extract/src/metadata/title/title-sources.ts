import { attributeId, NODE, rowOf, TAG, type Tree } from '@nashra/html';
import { cutText } from '@nashra/text';
import { hidingOf } from '../../body/hidden.ts';
import type { Page } from '../../types.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import { asArray, asText, typesOf } from '../json-ld/ld-values.ts';
import type { LdNode, LinkedData } from '../json-ld/linked-data.ts';
import { drawnTitles, namedTitles, roleHeadings } from '../named-titles.ts';
import { nodeText } from '../node-text.ts';
import type { Scan } from '../scan.ts';
import { ValueMemo } from '../value-memo.ts';
import { shownLines } from './shown-lines.ts';
import { SiteNames } from './site-name.ts';
import { MIN_WORDS, type TitleSources, wordsOf } from './title-line.ts';
import { headlineKey, plainLine } from './title-text.ts';

const MAX_TITLE = 600;
const MAX_HEADINGS = 12;
const MAX_LESSER = 80;
const OTHER_METAS = [
  'headline',
  'parsely-title',
  'sailthru.title',
  'cxenseparse:title',
  'dc.title',
  'dcterms.title',
  'title',
];

/** Collects the names a page shows or declares outside JSON-LD, whose main object they help to find. */
export function gatherTitles(tree: Tree, scan: Scan): Omit<TitleSources, 'jsonLd'> {
  const ranked = scan.headings.map(({ node }) => node);
  const headings = (ranked.length > 0 ? ranked : roleHeadings(tree))
    .slice(0, MAX_HEADINGS)
    .filter((node) => !isLogo(tree, node));
  for (const { node } of scan.props.get('headline') ?? [])
    if (!headings.includes(node) && headings.length < MAX_HEADINGS) headings.push(node);
  const openGraph = plainLine(cutText(scan.metas.get('og:title')?.[0] ?? '', MAX_TITLE));
  const document = scan.titleNode < 0 ? '' : plainLine(nodeText(tree, scan.titleNode, MAX_TITLE));
  return {
    headings: headings.map(
      (node) =>
        beforeSmall(tree, node, [document, openGraph]) ||
        behindKicker(tree, node, document) ||
        bareHeading(tree, node, [document, openGraph]) ||
        headingText(tree, node),
    ),
    openGraph,
    document,
    twitter: plainLine(cutText(scan.metas.get('twitter:title')?.[0] ?? '', MAX_TITLE)),
    others: OTHER_METAS.flatMap((name) => scan.metas.get(name)?.slice(0, 1) ?? []).map(plainLine),
    lesser: () =>
      [...scan.subheadings, ...namedTitles(tree)]
        .slice(0, MAX_LESSER)
        .map((node) => nodeText(tree, node, MAX_TITLE)),
    drawn: () =>
      drawnTitles(tree)
        .slice(0, MAX_LESSER)
        .map((node) => nodeText(tree, node, MAX_TITLE)),
    shown: () => shownLines(tree),
  };
}

const CUT = /(?:…|\.{3})$/u;
/** Where whoever wrote it changes a text. */
const EDITS = /[?&]action=edit|\/edit(?:[/?#]|$)|\/wp-admin\//i;

const SAYS = /[\p{L}\p{N}]/u;

/** What a heading says: the whole of it where it shows the beginning alone, without the tool to change it and what is said to the ears alone at its end. */
function headingText(tree: Tree, node: number): string {
  const text = nodeText(tree, node, MAX_TITLE);
  if (CUT.test(text)) {
    const whole = plainLine(cutText(tree.attr(node, 'title') ?? '', MAX_TITLE));
    return headlineKey(whole).startsWith(headlineKey(text)) ? whole : text;
  }
  for (let at = node + 1; at < (tree.end[node] as number); at++) {
    if (tree.kind[at] !== NODE.element) continue;
    const href = tree.tag[at] === TAG.a ? (tree.attr(at, 'href') ?? '') : '';
    const isSign = href.includes('#');
    if (!isSign && !EDITS.test(href) && hidingOf(tree, at) !== 'eyes') continue;
    const unseen = nodeText(tree, at, MAX_TITLE);
    // A sign to link the heading by stands right behind it.
    const isApart = isSign ? !SAYS.test(unseen) : text.endsWith(` ${unseen}`);
    if (unseen !== '' && isApart && text.endsWith(unseen))
      return text.slice(0, -unseen.length).trim();
  }
  return text;
}

/** Nodes of a heading with small letters in it. */
const SMALLEST = 4;

/** What a heading says before what it sets in small letters, where a title of the page opens with it; '' otherwise. */
function beforeSmall(tree: Tree, heading: number, titles: readonly string[]): string {
  const end = tree.end[heading] as number;
  if (end - heading < SMALLEST) return '';
  let small = heading + 1;
  while (small < end && tree.tag[small] !== TAG.small) small++;
  if (small >= end) return '';
  let text = '';
  for (let at = heading + 1; at < small; at++)
    if (tree.kind[at] === NODE.text) text += tree.text(at);
  const front = plainLine(text);
  const key = headlineKey(front);
  const isTitle = titles.some((title) => headlineKey(title).startsWith(key));
  return isTitle && wordsOf(front).size > MIN_WORDS ? front : '';
}

/** Words of a kicker. */
const KICKER_WORDS = 3;
/** How a headline begins: with a word, or a quotation. */
const STARTS = /^[\p{L}\p{N}\p{Pi}"'“„¿¡(#@]/u;
/** Between a kicker and the headline, where the document's title has both. */
const KICKER_END = /^\s?[:：|.–—-]\s?/u;

/**
 * What a heading says behind a word or two in an element of their own: the section or the kind of piece, if they are in small letters or a
 * mark parts them from the headline in the document's title; '' without them.
 */
function behindKicker(tree: Tree, heading: number, document: string): string {
  const end = tree.end[heading] as number;
  let first = heading + 1;
  while (first < end && tree.isBlank(first)) first++;
  if (tree.kind[first] !== NODE.element || (tree.end[first] as number) >= end) return '';
  const kicker = nodeText(tree, first, MAX_TITLE);
  if (kicker === '' || wordsOf(kicker).size > KICKER_WORDS) return '';
  const isParted = document.startsWith(kicker) && KICKER_END.test(document.slice(kicker.length));
  if (tree.tag[first] !== TAG.small && !isParted) return '';
  const text = headingText(tree, heading);
  const rest = text.startsWith(kicker) ? text.slice(kicker.length).trim() : '';
  // A mark that the heading itself has parts two halves of one headline.
  return wordsOf(rest).size > MIN_WORDS && STARTS.test(rest) ? rest : '';
}

/**
 * The one text of a heading that lies in no element of its own, where a title of the page has it and none has it with what stands beside it: a
 * section and a badge do; '' otherwise.
 */
function bareHeading(tree: Tree, heading: number, titles: readonly string[]): string {
  let text = '';
  let parts = 0;
  for (let at = heading + 1; at < (tree.end[heading] as number); at = tree.end[at] as number) {
    if (tree.isBlank(at) && tree.kind[at] === NODE.text) continue;
    if (tree.kind[at] === NODE.text) {
      if (text !== '') return '';
      text = plainLine(tree.text(at));
      continue;
    }
    const words = wordsOf(nodeText(tree, at, MAX_TITLE)).size;
    if (words > KICKER_WORDS) return '';
    if (words > 0) parts++;
  }
  if (parts === 0 || wordsOf(text).size <= MIN_WORDS || !STARTS.test(text)) return '';
  const key = headlineKey(text);
  const whole = headlineKey(headingText(tree, heading));
  const at = whole.indexOf(key);
  const sides = [whole.slice(0, at + key.length), whole.slice(at)].filter((side) => side !== key);
  const told = titles.map(headlineKey);
  const isBare = told.some((title) => title.includes(key));
  return isBare && !told.some((title) => sides.some((side) => title.includes(side))) ? text : '';
}

const CLASS = attributeId('class');
const ID = attributeId('id');
const isLogoName = new ValueMemo((names) =>
  /(?:^|[\s_-])(?:logo|masthead|site-?(?:title|name|logo)|navbar-brand|brand(?:ing)?)(?:$|[\s_-])/i.test(
    names,
  ),
);
const LOGO_STEPS = 3;
const LOGO_WORDS = 5;

/** Whether a heading of few words is the house's logo, by its own name or one around it. */
function isLogo(tree: Tree, heading: number): boolean {
  let up = heading;
  for (let step = 0; step < LOGO_STEPS && up > 0; step++) {
    const isNamed = [rowOf(tree, up, CLASS), rowOf(tree, up, ID)].some(
      (row) => row >= 0 && isLogoName.of(tree, row),
    );
    if (isNamed) return wordsOf(nodeText(tree, heading, MAX_TITLE)).size <= LOGO_WORDS;
    up = tree.parent[up] as number;
  }
  return false;
}

/** The title of JSON-LD's main object, '' when that is no work of its own. */
export function declaredTitle(main: LdMain | null): string {
  if (main === null || main.kind === 'page') return '';
  const { node } = main;
  const title = asText(node['headline'] ?? node['name'] ?? node['alternativeHeadline']);
  return plainLine(cutText(title, MAX_TITLE));
}

/** Tells whether a headline found in JSON-LD is one the page shows as its own. */
export function isOwnTitle(shown: Omit<TitleSources, 'jsonLd'>): (headline: string) => boolean {
  const document = headlineKey(shown.document);
  const others = new Set([shown.openGraph, ...shown.headings].map(headlineKey));
  return (headline) => {
    const key = headlineKey(plainLine(headline));
    return key.length >= 4 && (others.has(key) || document.startsWith(key));
  };
}

/** Words of fewer letters stand in any headline. */
const LONG_WORD = 4;

/** Tells whether a headline found in JSON-LD has no word of those that the page shows as its own. */
export function isForeignTitle(shown: Omit<TitleSources, 'jsonLd'>): (headline: string) => boolean {
  const own = new Set(
    [shown.document, shown.openGraph, ...shown.headings].flatMap((text) => [...wordsOf(text)]),
  );
  return (headline) => {
    const words = [...wordsOf(headline)].filter((word) => word.length >= LONG_WORD);
    return own.size > 0 && words.length > 1 && !words.some((word) => own.has(word));
  };
}

/** The names under a key of JSON-LD that are organizations': behind a title they are the house's. */
const organizations = (data: LinkedData, value: unknown): string[] =>
  asArray(value)
    .map((one) => data.resolve(one) as LdNode | undefined)
    .filter((node) => typeof node === 'object' && node !== null && typesOf(node).some(isHouseType))
    .map((node) => asText(node?.['name']))
    .filter((name) => name.length > 3);
const isHouseType = (type: string): boolean => type.endsWith('organization');

/** The names the site goes by, as the page and the catalog know them. */
export function siteNames(
  scan: Scan,
  data: LinkedData,
  main: LdMain | null,
  page: Page,
): SiteNames {
  const names = [
    ...[
      'og:site_name',
      'application-name',
      'apple-mobile-web-app-title',
      'cre',
      'copyright',
    ].flatMap((name) => scan.metas.get(name) ?? []),
    asText(data.resolve(main?.node['publisher'])),
    ...data.nodes
      .filter((node) =>
        typesOf(node).some((type) => /^(?:website|organization|newsmediaorganization)$/.test(type)),
      )
      .map((node) => asText(node['name'])),
  ];
  const { tree } = page;
  const shown = scan.titleNode < 0 ? '' : nodeText(tree, scan.titleNode, MAX_TITLE);
  names.push(...organizations(data, main?.node['author']).filter((name) => shown.endsWith(name)));
  for (const { node } of scan.headings.slice(0, MAX_HEADINGS))
    if (isLogo(tree, node)) names.push(nodeText(tree, node, MAX_TITLE));
  if (page.options.publisher?.name) names.push(page.options.publisher.name);
  return new SiteNames(
    names.filter((name) => name !== ''),
    URL.parse(page.url)?.host ?? '',
  );
}
