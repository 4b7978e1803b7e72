import { openDice } from '../schedule/dice.ts';
import { type Element, el, type Piece } from './nodes.ts';
import { sentence } from './publisher.ts';

const roll = openDice(11);
const texts = (count: number, name = 'p'): Element[] =>
  Array.from({ length: count }, () => el(name, `${sentence(roll)} ${sentence(roll)}`));
const links = (count: number, name = 'li'): Element[] =>
  Array.from({ length: count }, (_, at) => el(name, link(`/t/${at}`, sentence(roll).slice(0, 50))));
const link = (href: string, text: string): Element => ({
  tag: 'a',
  attributes: { href },
  children: [text],
});
const meta = (property: string, content: string): Element => ({
  tag: 'meta',
  attributes: { property, content },
  children: [],
});
const when = (name: string): Element => ({
  ...el(name, '2 January 2026, 10:30'),
  attributes: { ...el(name).attributes, datetime: '2026-01-02T10:30:00+01:00' },
});
const picture: Element = {
  tag: 'img',
  attributes: { src: '/i/harbour.jpg', width: '800', height: '500' },
  children: [],
};
const TITLE = 'Council reopens the market at the harbour';
const page = (...children: Piece[]): Element => ({
  tag: 'html',
  attributes: { lang: 'en' },
  children: [
    el(
      'head',
      el('title', `${TITLE} | Journal`),
      meta('og:title', TITLE),
      meta('og:type', 'article'),
    ),
    el('body', ...children),
  ],
});
const menu = (name: string) => el(`nav.${name}`, el('ul', ...links(6)));

/** Sites that are built in different ways. */
export const LAYOUTS: Readonly<Record<string, Element>> = {
  semantic: page(
    el('header', menu('top')),
    el(
      'main.page',
      el(
        'article.news',
        el('h1', TITLE),
        el('p.byline', 'By ', link('/a/1', 'Nora Field')),
        when('time'),
        el('figure', picture),
        ...texts(7),
      ),
      el('aside', el('h3', 'Most read'), el('ul', ...links(8))),
    ),
    el('footer', el('p', '© Journal. All rights reserved.'), el('ul', ...links(5))),
  ),
  blog: page(
    el('div.site-header', menu('primary')),
    el(
      'div.content-area',
      el(
        'div.post',
        el('h1.entry-title', TITLE),
        el('div.entry-meta', el('span.author.vcard', 'By Salma Idrissi'), when('time.entry-date')),
        el('div.entry-content', picture, ...texts(6)),
        el('div.tags', ...links(4, 'span')),
      ),
    ),
    el(
      'div.sidebar',
      el('div.widget', el('h3', 'Recent'), el('ul', ...links(10))),
      el('div.widget', el('h3', 'Archives'), el('ul', ...links(6))),
    ),
    el('div.site-footer', el('p', 'Proudly printed every day.')),
  ),
  columns: page(
    menu('bar'),
    el(
      'div.row',
      el('div.col-left', el('ul', ...links(9))),
      el(
        'div.col-main',
        el('h1.headline', TITLE),
        el('div.info', el('span.by', 'By Omar Haddad'), when('time.date')),
        el('div.story', ...texts(8)),
      ),
      el('div.col-right', el('div.ads', 'Advertisement'), el('ul', ...links(7))),
    ),
    el('div.foot', el('p', 'Contact us')),
  ),
  paper: page(
    el('div.masthead', el('p', 'The daily paper of the coast'), menu('sections')),
    el(
      'section.article',
      el('h2.kicker', 'Politics'),
      el('h1', TITLE),
      el('p.lead', sentence(roll)),
      el('div.signature', el('a.author', 'Lina Amrani'), when('time')),
      el('div.text', ...texts(9)),
      el('div.related', el('h4', 'On the same subject'), el('ul', ...links(5))),
    ),
    el('section.more', el('h4', 'More'), ...links(8, 'div')),
  ),
  agency: page(
    el(
      'div.wrap',
      el('div.brand', 'Agency'),
      menu('n'),
      el('div.dispatch', el('h1.t', TITLE), when('time.d'), el('div.b', ...texts(4))),
      el('div.latest', el('ul', ...links(12))),
    ),
  ),
};
