import type { Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { books } from '../story.ts';

/** The text of the article alone, as feeds carry it. */
export function articleHtml(item: Item): string {
  const image = `<p><img src="${item.image}" alt="${escapeMarkup(item.caption)}" width="320" height="180"></p>`;
  return (
    image +
    paragraphsOf(item)
      .map((text) => `<p>${escapeMarkup(text)}</p>`)
      .join('\n')
  );
}

/** The paragraphs; some copies name their agency in the first one. */
export function paragraphsOf(item: Item): string[] {
  const [lead = '', ...others] = item.paragraphs;
  return [
    item.dateline ? `${item.story.draws.town} (${item.dateline}) - ${lead}` : lead,
    ...others,
  ];
}

/** How the article begins. */
export function summaryOf(item: Item): string {
  const lead = item.paragraphs[0] ?? '';
  const end = lead.indexOf(' ', 160);
  return end < 0 ? lead : `${lead.slice(0, end)}…`;
}

/** A block that interrupts the text: an advertisement, or a link to something else. */
export function interruption(item: Item, other: Item | undefined): string {
  const { labels } = books[item.story.language];
  const advertisement = `<div class="ad-slot" aria-hidden="true"><span>${labels.advertisement}</span><ins class="adsbygoogle" data-ad-slot="55${item.story.n}"></ins></div>`;
  const link = other
    ? `<div class="read-also"><strong>${labels.related}:</strong> <a href="${escapeMarkup(other.url)}">${escapeMarkup(other.title)}</a></div>`
    : '';
  return item.story.n % 2 === 0 ? advertisement + link : link + advertisement;
}
