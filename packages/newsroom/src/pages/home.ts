import type { Edition } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { summaryOf } from './body.ts';
import { frame } from './frame.ts';

/** The front page: the newest stories with how they begin. */
export function homePage(edition: Edition): string {
  const items = edition.latest(15);
  const cards = items.map(
    (item) =>
      `<article><h2><a href="${escapeMarkup(item.url)}">${escapeMarkup(item.title)}</a></h2><p>${escapeMarkup(summaryOf(item))}</p></article>`,
  );
  return frame(edition, {
    head: `<link rel="canonical" href="${edition.origin}/">`,
    title: edition.title,
    main: cards.join('\n'),
    sidebar: items.slice(0, 5),
  });
}
