import type { ArticleCard } from '@nashra/reader';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { dayText, wallTime } from '../words/dates.ts';

type Dated = Pick<ArticleCard, 'publisher' | 'publishedAt' | 'publishedPrecision'>;

const USUAL_ZONE = 'Africa/Casablanca';

export function zoneOf(view: View, publisher: string): string {
  return view.publishers.get(publisher)?.timeZone ?? USUAL_ZONE;
}

/** When an article was published, as clocks at its publisher's show it, and as far as that is known. */
export function moment(view: View, { publisher, publishedAt, publishedPrecision }: Dated): Html {
  const wall = wallTime(publishedAt, zoneOf(view, publisher));
  const isTimeKnown = publishedPrecision === 'minute' || publishedPrecision === 'second';
  const { year, month, day, time } = wall;
  const text = dayText(wall, view.tongue);
  if (!isTimeKnown) return html`<time datetime="${year}-${month}-${day}">${text}</time>`;
  const shown = `${text}${view.words.at}${time}`;
  return html`<time datetime="${publishedAt.toISOString()}">${shown}</time>`;
}
