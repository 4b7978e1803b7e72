import { expect, it } from 'vitest';
import { readMetadata } from '../metadata/index.ts';
import { openPage } from '../open-page.ts';
import { gatherFacts } from './page-facts.ts';
import { everyBlock, makeRows } from './rows.ts';
import { foldToken } from './token-hash.ts';
import { PLACE, SAID_NAMES, weightKey, writeSaid } from './word-weights.ts';

/** What is said of the paragraphs of a page when some words weigh something. */
function said(
  html: string,
  weights: readonly (readonly [place: number, word: string, weight: number])[],
) {
  const page = openPage(Buffer.from(html), { url: 'https://press.example/1' });
  const facts = gatherFacts(page, readMetadata(page), 100);
  const table = new Map(
    weights.map(([place, word, weight]) => [weightKey(place, foldToken(word)), weight]),
  );
  const rows = makeRows(everyBlock(facts), SAID_NAMES.length);
  writeSaid(facts, { valueOf: (key) => table.get(key) ?? 0 }, rows, 0);
  return facts.blocks.map((_, index) =>
    [...rows.values.subarray(index * SAID_NAMES.length, (index + 1) * SAID_NAMES.length)].map(
      (value) => Math.round(value * 1000) / 1000,
    ),
  );
}

it('weighs a word by where it stands: in the name of the block, of what holds it, in the text, at its ends', () => {
  const html = '<div class="teaser"><p class="teaser">Share this with all your friends</p></div>';
  const weights = [
    [PLACE.own, 'teaser', -1],
    [PLACE.up1, 'teaser', -2],
    [PLACE.text, 'friends', 0.5],
    [PLACE.first, 'share', -0.25],
    [PLACE.last, 'share', 9],
  ] as const;
  const text = Math.round((0.5 / Math.sqrt(6)) * 1000) / 1000;
  expect(said(html, weights)).toEqual([
    [Math.round((-1 - 1.2 + text - 0.25) * 1000) / 1000, -1, -1.2, text, -0.25],
  ]);
});

it('says of each block what its own holder says, also where holders take turns', () => {
  const html =
    '<div class="menu"><p>Home</p></div><div><p>Paper</p></div><div class="menu"><p>News</p></div>';
  expect(said(html, [[PLACE.up1, 'menu', 1]]).map(([all]) => all)).toEqual([0.6, 0, 0.6]);
});
