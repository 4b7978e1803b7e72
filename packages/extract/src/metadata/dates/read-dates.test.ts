import { describe, expect, it } from 'vitest';
import { openPage } from '../../open-page.ts';
import { readMetadata } from '../index.ts';

const TEXT =
  'The council voted on Monday to mend the old harbour wall, which storms have damaged in every one of the last five winters, and to widen the road behind it.';
const published = (body: string, before = ''): string | undefined =>
  readMetadata(
    openPage(
      Buffer.from(`<html lang="de"><body>${before}<main><h1>Harbour wall</h1>${body}</main>`),
      {
        url: 'https://a.example/harbour-wall',
        now: new Date('2026-11-29T10:00:00Z'),
      },
    ),
  ).published?.instant.slice(0, 10);

describe('the day of a page that declares none', () => {
  it('is the one its text opens with, in digits and without a dash', () => {
    expect(published(`<p>${TEXT}</p><p>01.02.2022 „Wir bauen“, sagte sie. ${TEXT}</p>`)).toBe(
      '2022-02-01',
    );
  });

  it('is found behind a long caption over the text', () => {
    const figure = `<figure><img src="a.jpg"><figcaption>${TEXT} (Photo: A. Builder)</figcaption></figure>`;
    expect(published(`${figure}<p>29.11.2022 – ${TEXT}</p>`)).toBe('2022-11-29');
  });

  it('is not the day that a picture was taken', () => {
    const caption = '<div>Abbildung: Blick auf die Mauer vom 31.05.2021</div>';
    const changed = '<div>Letzte Änderung: 14.01.2022 um 09:25</div>';
    expect(published(`${caption}<p>${TEXT}</p>${changed}`)).toBe('2022-01-14');
  });

  it('is the one below the headline, and not that of what is quoted under the text', () => {
    const quoted = '<div><b>@harbour</b><time datetime="2021-03-04T10:00:00Z">4 March</time></div>';
    const day = '<p>Monday, 3 January 2022</p>';
    expect(published(`${day}${`<p>${TEXT}</p>`.repeat(4)}${quoted}`)).toBe('2022-01-03');
  });

  it('is not that of the pieces listed under it', () => {
    const entry = (day: string) =>
      `<li><time datetime="${day}T11:05">am Morgen</time><a href="/${day}">Another piece about walls</a></li>`;
    expect(published(`<p>${TEXT}</p><ul>${entry('2022-08-10')}${entry('2022-08-04')}</ul>`)).toBe(
      undefined,
    );
  });

  it('is not that of pieces in cards of any element, though no heading says what they are', () => {
    const card = (day: string) =>
      `<div class="k"><a href="/${day}">Another piece about walls</a> <span class="date">${day}</span></div>`;
    expect(published(`<p>${TEXT}</p>${card('2022-08-10')}${card('2022-08-04')}`)).toBe(undefined);
  });

  it('is not that of what readers wrote in articles of their own', () => {
    const post = (day: string) =>
      `<article><b>Lena</b> <time datetime="${day}T09:10">x</time><p>Endlich!</p></article>`;
    expect(published(`<p>${TEXT}</p>${post('2022-08-10')}${post('2022-08-11')}`)).toBe(undefined);
  });

  it('is not that of what a line above the headline tells of', () => {
    const flash =
      '<div><time datetime="2026-11-29T09:00:00Z">09:00</time> <a href="/f">Rain expected here</a></div>';
    expect(published(`<p>01.02.2022</p><p>${TEXT}</p>`, flash)).toBe('2022-02-01');
  });

  it('is in the box of the byline, whatever the name of that', () => {
    const box =
      '<div class="related-wrapper"><span>Von A. Bauer</span> <time datetime="2022-02-01">x</time></div>';
    expect(published(`${box}<p>${TEXT}</p>`)).toBe('2022-02-01');
  });

  it('stands under the headline, whatever list is above', () => {
    const entry =
      '<div><a href="/x">Another piece about walls</a> <time datetime="2022-08-10">x</time></div>';
    const body = `<div>01.02.2022</div><p>${TEXT}</p>`;
    expect(published(body, `<div>${entry}${entry}</div>`)).toBe('2022-02-01');
  });

  it('is not that of the site', () => {
    expect(published(`<p>${TEXT}</p><p>Site last updated: 28 November 2021</p>`)).toBe(undefined);
    expect(published(`<p>${TEXT}</p><p>آخر تحديث للموقع: 28/11/2021</p>`)).toBe(undefined);
  });

  it('is not the one that the frame shows as today’s, but may be today', () => {
    const today = '<div>Sonntag, 29. November 2026</div>';
    const menu = '<nav><a href="/">Start</a></nav>';
    expect(published(`<p>${TEXT}</p>`, today + menu)).toBe(undefined);
    expect(published(`${today}<p>${TEXT}</p>`, menu)).toBe('2026-11-29');
  });

  it('stands in brackets at the end of what the page says it is about', () => {
    const meta =
      '<meta property="og:description" content="Eine Mauer (Meldung vom 14. Januar 2020)">';
    expect(published(`<p>${TEXT}</p>`, meta)).toBe('2020-01-14');
  });

  it('may be linked in lists of its own', () => {
    const own = (day: string) =>
      `<li><a href="/thread"><time datetime="${day}T11:05">am Morgen</time></a></li>`;
    expect(
      published(`<ul>${own('2023-03-04')}</ul><p>${TEXT}</p><ul>${own('2023-03-09')}</ul>`),
    ).toBe('2023-03-04');
  });

  it('may stand in a list beside the signer', () => {
    const byline =
      '<ul><li><a href="/by/a">A. Builder</a> <time datetime="2023-03-04T11:05">am Morgen</time></li></ul>';
    expect(published(`${byline}<p>${TEXT}</p>`)).toBe('2023-03-04');
  });
});
