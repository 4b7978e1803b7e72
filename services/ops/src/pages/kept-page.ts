import type { PageView } from '@nashra/reading';
import { type Html, html, telling } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count, counted, moment, outside } from './format.ts';
import { page } from './layout.ts';

/** A kept page in a frame that may do nothing, and beside it what the extractor of now makes of it. */
export function keptPage(view: View, id: number, it: PageView): string {
  const { words } = view;
  const { past: said } = words;
  const { read } = it;
  const facts: readonly (readonly [string, unknown])[] = [
    [said.isArticle, `${read.isArticle ? said.yes : said.no} · ${read.kind}`],
    [
      words.title,
      read.title && html`<span${telling(read.title, read.language)}>${read.title}</span>`,
    ],
    [
      said.authors,
      read.authors.length > 0 && html`<span dir="auto">${read.authors.join(' · ')}</span>`,
    ],
    [words.published, read.published && html`<bdi>${read.published}</bdi>`],
    [said.language, read.language && html`<bdi>${read.language}</bdi>`],
    [said.image, read.image && outside(read.image, read.image.slice(0, 200))],
    [said.sureness, surenessOf(view, read.sureness)],
    [said.warnings, read.warnings.length > 0 && html`<code>${read.warnings.join(', ')}</code>`],
    [said.extractor, html`<bdi>${read.extractor}</bdi>`],
  ];
  return page(view, {
    at: '/address',
    title: said.kept,
    main: html`<section><h2>${outside(it.url)}</h2><p>${moment(view, new Date(it.capturedAt))} · <bdi>${it.origin}</bdi> ·
        ${said.bytes(counted(view, it.bytes))} · <a href="/address?of=${id}">${words.journey}</a></p>
        <details><summary>${said.head}</summary><table><tbody>${Object.entries(it.headers).map(
          ([name, value]) =>
            html`<tr><th scope="row"><bdi>${name}</bdi></th><td class="long" dir="ltr">${value}</td></tr>`,
        )}</tbody></table></details></section>
      <section class="half"><h2>${said.asRead} <small>${said.words(counted(view, read.words))}</small></h2>
        <table><tbody>${facts
          .filter(([, value]) => value)
          .map(
            ([name, value]) =>
              html`<tr><th scope="row">${name}</th><td class="long">${value as Html}</td></tr>`,
          )}</tbody></table>
        <div class="text"${telling(read.body, read.language)}>${read.body.split('\n\n').map((it) => html`<p>${it}</p>`)}</div></section>
      <section class="half"><h2>${said.asKept}</h2><p class="soft">${said.noNetwork}</p>
        <iframe sandbox src="/address/kept/source?of=${id}" title="${said.asKept}" loading="lazy"></iframe></section>`,
  });
}

function surenessOf(view: View, sureness: Readonly<Record<string, number>>): Html {
  return html`${Object.entries(sureness).map(
    ([field, share]) =>
      html`<span class="${share < 0.5 && 'bad'}"><bdi>${field}</bdi> ${count(view, Math.round(100 * share))} %</span> `,
  )}`;
}
