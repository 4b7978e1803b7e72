import { NODE, TAG, type Tree } from '@nashra/html';
import { isOfFigure } from '../figure.ts';
import { nodeText } from '../node-text.ts';
import { whatIsSaid } from './date-labels.ts';

const STEPS_UP = 4;
/** Nodes of a box that is looked at. */
const MAX_BOX = 60;
/** Bytes of a paragraph, and paragraphs behind which the text has been told. */
const PARAGRAPH = 120;
const TOLD = 2;
/** Words of a headline, and of one in letters without capitals. */
const HEADLINE_WORDS = 3;
const CAPLESS_WORDS = 4;
const LABELLED_WORDS = 5;
/** Words of what may stand before it. */
const LABEL_WORDS = 6;
const MAX_HEADLINE = 200;

/** Addresses of single posts and films on networks; buttons to share lead elsewhere. */
const POST =
  /^(?:https?:)?\/\/(?:[\w-]+\.)?(?:(?:twitter|x)\.com\/\w+\/status|instagram\.com\/(?:p|reel|tv)\/|facebook\.com\/(?:(?!sharer)[\w.-]+\/(?:posts|videos|photos)|permalink|photo|watch|story|reel)|fb\.watch\/|t\.me\/\w+\/\d|tiktok\.com\/@|youtube\.com\/(?:watch|shorts)|youtu\.be\/|threads\.(?:net|com)\/@?[\w.]+\/post|bsky\.app\/profile\/[^/]+\/post|linkedin\.com\/(?:posts|feed\/update)|reddit\.com\/r\/\w+\/comments)/i;

/**
 * True for what stands in a small box that tells of one other thing: below the text beside a link that reads like a
 * headline, or anywhere beside the address of a post on a network.
 */
export function isOfTeaser(tree: Tree, node: number, headline: number): boolean {
  const isBelow = isBelowText(tree, node, headline);
  let box = tree.parent[node] as number;
  for (let step = 0; step < STEPS_UP && box > 0; step++) {
    const end = tree.end[box] as number;
    if ((box <= headline && headline < end) || end - box > MAX_BOX) return false;
    if ((isBelow && headsLine(tree, box)) || isPost(tree, box)) return true;
    if (step === 0 && isBelow && (isOfAgenda(tree, box) || isRepeated(tree, node))) return true;
    box = tree.parent[box] as number;
  }
  return false;
}

/** Whether a text below the first paragraphs tells of a picture. */
export const isOfPicture = (tree: Tree, node: number, headline: number): boolean =>
  isOfFigure(tree, node) && isBelowText(tree, node, headline);

/** Whether a box below the text tells of another piece, by a link that reads like a headline. */
export const isTeaser = (tree: Tree, box: number, headline: number): boolean =>
  isBelowText(tree, box, headline) && headsLine(tree, box);

/** A line that opens with a day and goes on about something. */
const EVENT =
  /^\P{L}*\d{1,2}(?:[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:er|\.)?\s\p{L}+\s\d{4})\P{L}{0,4}(?:\p{L}+\P{L}+){1,12}\p{L}+/u;
const MAX_EVENT = 120;
/** A day, a colon, and what is on then. */
const ANNOUNCED = /^[^:：]{6,24}\d{4}\s?[:：]\s?\p{L}/u;

/** Whether a line opens with a day, and the one before or after it too: what goes on when. */
function isOfAgenda(tree: Tree, line: number): boolean {
  const isEvent = (at: number): boolean =>
    at > 0 && tree.tag[at] === tree.tag[line] && EVENT.test(nodeText(tree, at, MAX_EVENT));
  if (!isEvent(line)) return false;
  if (ANNOUNCED.test(nodeText(tree, line, MAX_EVENT))) return true;
  const parent = tree.parent[line] as number;
  let before = -1;
  for (let at = parent + 1; at < line; at = tree.end[at] as number)
    if (tree.kind[at] === NODE.element) before = at;
  let after = tree.end[line] as number;
  const end = tree.end[parent] as number;
  while (after < end && tree.kind[after] !== NODE.element) after = tree.end[after] as number;
  return isEvent(before) || (after < end && isEvent(after));
}

/** Nodes between two days that readers' words are dated by. */
const REPEAT_NODES = 40;
const DAY_CHARS = 60;
const DAY =
  /(?:(?:19|20)\d\d|\d[./-]\d\d?[./-]\d).{0,12}\d\d?\s?[:h]\s?\d\d|[٠-٩]{4}.{0,12}[٠-٩]{1,2}:[٠-٩]{2}/;

/** Whether another day and clock without a word for what it is of stands near, in an element like the one around it. */
function isRepeated(tree: Tree, node: number): boolean {
  const text = tree.kind[node] === NODE.text ? node : node + 1;
  if (!isBareDay(tree, text)) return false;
  const holder = tree.parent[text] as number;
  const from = Math.max(1, text - REPEAT_NODES);
  const to = Math.min(tree.size, text + REPEAT_NODES);
  for (let at = from; at < to; at++)
    if (at !== text && isBareDay(tree, at) && isLike(tree, tree.parent[at] as number, holder))
      return true;
  return false;
}

function isBareDay(tree: Tree, node: number): boolean {
  if (tree.kind[node] !== NODE.text || tree.textSize(node) > DAY_CHARS) return false;
  const text = tree.text(node);
  return DAY.test(text) && whatIsSaid(text) === null;
}

const isLike = (tree: Tree, a: number, b: number): boolean =>
  tree.tag[a] === tree.tag[b] &&
  tree.attr(a, 'class') === tree.attr(b, 'class') &&
  tree.tag[tree.parent[a] as number] === tree.tag[tree.parent[b] as number];

/** How templates call the box of a post that was put in. */
const POST_BOX =
  /(?:^|[\s_-])(?:twitter|tweet|instagram|facebook|fb|telegram|tiktok|bluesky|mastodon|threads|vk|reddit)[_-]?(?:post|media|embed|video|tweet|status|card)/i;

/** Whether a box is a post on a network, by its name or an address in it. */
function isPost(tree: Tree, box: number): boolean {
  if (POST_BOX.test(tree.attr(box, 'class') ?? '')) return true;
  const end = Math.min(tree.end[box] as number, box + MAX_BOX);
  for (let at = box + 1; at < end; at++)
    if (tree.tag[at] === TAG.a && POST.test(tree.attr(at, 'href') ?? '')) return true;
  return false;
}

/** Whether an element stands behind paragraphs that follow the headline. */
function isBelowText(tree: Tree, item: number, headline: number): boolean {
  let told = 0;
  for (let node = Math.max(0, headline) + 1; node < item && told < TOLD; node++)
    if (tree.kind[node] === NODE.text && tree.textSize(node) >= PARAGRAPH) told++;
  return headline >= 0 && told >= TOLD;
}

/** Whether the first link of a box reads like a headline, at its beginning or behind a label or a day, and is not all of it. */
function headsLine(tree: Tree, item: number): boolean {
  const end = Math.min(tree.end[item] as number, item + MAX_BOX);
  let label = 0;
  for (let at = item + 1; at < end; at++) {
    if (tree.kind[at] === NODE.text) label += wordCount(tree.text(at));
    if (label > LABEL_WORDS) return false;
    if (tree.tag[at] !== TAG.a) continue;
    if (label === 0 && !hasText(tree, tree.end[at] as number, end)) return false;
    const words = nodeText(tree, at, MAX_HEADLINE).split(/\s+/u);
    const isCapless = !/[\p{Lu}\p{Ll}]/u.test(words.join(''));
    const fewest = label > 0 ? LABELLED_WORDS : isCapless ? CAPLESS_WORDS : HEADLINE_WORDS;
    return words.length >= fewest && (isCapless || words.some((word) => /^\p{Ll}{4}/u.test(word)));
  }
  return false;
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function hasText(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (tree.kind[at] === NODE.text && tree.textSize(at) > 0) return true;
  return false;
}
