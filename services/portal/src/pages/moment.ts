import type { ArticleCard } from '@nashra/reader';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { dayText, offsetOf, wallTime } from '../words/dates.ts';

type Dated = Pick<ArticleCard, 'publisher' | 'publishedAt' | 'publishedPrecision'>;

/**
 * When an article was published, as far as that is known, in a list: by the site's clock, so that what two countries publish at once
 * stands under one hour.
 */
export function moment(view: View, dated: Dated): Html {
  return isTimeKnown(dated) ? instant(view, dated, view.timeZone) : day(view, dated);
}

/** The same by the publisher's own clock, as the article's line has it. */
export function momentAtPublisher(view: View, dated: Dated): Html {
  return isTimeKnown(dated)
    ? instant(view, dated, zoneOf(view, dated.publisher))
    : day(view, dated);
}

/** Which clock that is, where the site's shows another hour: else a list and its article would contradict each other. */
export function publishersClock(view: View, dated: Dated): Html | null {
  if (!isTimeKnown(dated)) return null;
  const offset = offsetOf(dated.publishedAt, zoneOf(view, dated.publisher));
  if (offset === offsetOf(dated.publishedAt, view.timeZone)) return null;
  return html` <bdi dir="ltr">(${offset})</bdi>`;
}

function zoneOf(view: View, publisher: string): string {
  return view.publishers.get(publisher)?.timeZone ?? view.timeZone;
}

function isTimeKnown({ publishedPrecision }: Dated): boolean {
  return publishedPrecision === 'minute' || publishedPrecision === 'second';
}

function instant(view: View, { publishedAt }: Dated, timeZone: string): Html {
  const wall = wallTime(publishedAt, timeZone);
  const shown = `${dayText(wall, view.tongue)}${view.words.at}${wall.time}`;
  return html`<time datetime="${publishedAt.toISOString()}">${shown}</time>`;
}

/** A day is kept as its first instant at the publisher's: by another clock it would be the day before. */
function day(view: View, { publisher, publishedAt }: Dated): Html {
  const wall = wallTime(publishedAt, zoneOf(view, publisher));
  const { year, month, day: number } = wall;
  return html`<time datetime="${year}-${month}-${number}">${dayText(wall, view.tongue)}</time>`;
}
