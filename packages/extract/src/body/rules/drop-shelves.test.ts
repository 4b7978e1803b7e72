import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const paragraphs = [
  'The council of the harbour town voted on Monday to repair the old sea wall before the storms of winter come, at a cost of two million.',
  'Masons from three villages will take out the loose stones first, number them and store them on the quay behind the ice house.',
  'Fishing boats are to lie in the inner basin until the work is done, which the mayor expects in the first week of November.',
];
const headlines = [
  'Two medals for young wrestlers',
  'Cement prices fall a third month',
  'Library reopens after a flood',
];
const page = (insert: string): string => {
  const html = `<html lang="en"><title>Sea wall to be repaired</title><h1>Sea wall to be repaired</h1><div>${paragraphs.map((text, at) => `<p>${text}</p>${at === 1 ? insert : ''}`).join('')}</div></html>`;
  return extract(Buffer.from(html), { url: 'https://courier.example/sea-wall-repaired-4711' }).body;
};
const links = (item: (link: string) => string): string =>
  headlines.map((text, at) => item(`<a href="/${at}">${text}</a>`)).join('');

describe('dropShelves', () => {
  it.each([
    `<div><span>Most read</span>${links((link) => link)}</div>`,
    `<section><h3>More stories</h3>${links((link) => `<article><h4>${link}</h4><p>Eighteen clubs took part in the hall of Westgate.</p></article>`)}</section>`,
    `<div><h3>Trending now</h3>${headlines.map((text) => `<div><p>${text}</p></div>`).join('')}</div>`,
    `<ul><li>From the archive: <a href="/9">${headlines[2]}</a></li></ul>`,
    `<p><em>See also: ${headlines[2]}</em></p>`,
  ])('takes out a box of other pieces: %s', (shelf) => {
    const body = page(shelf);
    for (const headline of headlines) expect(body).not.toContain(headline);
    for (const text of paragraphs) expect(body).toContain(text);
  });

  it('keeps a list of what the text itself tells of', () => {
    const plan = '<div><h3>The work</h3><p>Stones out by March</p><p>Mortar in by June</p></div>';
    expect(page(plan)).toContain('Mortar in');
  });

  it('keeps what is most of a text', () => {
    const guide = `<div><h3>Top picks</h3>${links((link) => `<h4>${link}</h4><p>${'A ticket costs nine, and children go free on any day but market day. '.repeat(2)}</p>`)}</div>`;
    expect(page(guide)).toContain('children go free');
  });
});
