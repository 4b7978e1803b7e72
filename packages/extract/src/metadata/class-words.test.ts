import { parseHtml, TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { HINT } from './class-vocabulary.ts';
import { hintsOf } from './class-words.ts';

function hints(className: string): number {
  const tree = parseHtml(`<p class="${className}">`);
  const node = tree.tag.indexOf(TAG.p);
  return hintsOf(tree, tree.attrFrom(node));
}

describe('hintsOf', () => {
  it.each([
    ['post-date', HINT.date],
    ['ArticleTitle', HINT.title],
    ['x-author-image', HINT.author | HINT.bio],
    ['entry__content', HINT.body],
    ['dates9related', HINT.date | HINT.aside],
    ['container wrapper', 0],
    ['bel&#97;uteur x&amp;auteur', HINT.author],
    ['site-footer', HINT.aside],
    ['post-footer', 0],
    ['', 0],
  ])('reads the words of %j', (className, expected) => {
    expect(hints(className)).toBe(expected);
  });

  it.each([
    ['bylinewrap', HINT.author],
    ['authority', 0],
    ['ARTIKELAUTOR', HINT.author],
    ['storyuploadtime', HINT.date],
    ['datepublishedon', HINT.date],
    ['publicationday', HINT.date],
    ['lastmodification', HINT.modified],
    ['updatebox', HINT.modified],
    ['newsletterbox', HINT.aside],
    ['mainheadline', HINT.title],
    ['pagetitle', HINT.title],
    ['breadcrumbtrail', HINT.section],
    ['myPaywallbox hardpaywallbox', HINT.paywall],
  ])('takes the compound %s apart', (className, expected) => {
    expect(hints(className)).toBe(expected);
  });
});
