import { type LeftOut, type Outline, readSubscriptions } from '@nashra/feeds';

interface Subscription {
  title: string;
  xmlUrl: string;
  htmlUrl: string | null;
}

/** A list of subscriptions as its feeds, whatever folders they lie in; the scorers' form. */
export default function opml(bytes: Uint8Array): { feeds: Subscription[]; leftOut: LeftOut[] } {
  const { outlines, leftOut } = readSubscriptions(bytes);
  return { feeds: outlines.flatMap(feedsOf), leftOut };
}

function feedsOf({ title, feedUrl, siteUrl, children }: Outline): Subscription[] {
  const own = feedUrl === null ? [] : [{ title, xmlUrl: feedUrl, htmlUrl: siteUrl }];
  return [...own, ...children.flatMap(feedsOf)];
}
