import { atomElements, atomElementsBehind } from '../atom/elements.ts';
import { combine, prefixed, readChildren } from '../elements.ts';
import type { FeedDraft } from '../feed-draft.ts';
import { moduleElements } from '../modules/elements.ts';
import { scheduleElements } from '../modules/schedule.ts';
import type { XmlFormat } from '../xml-format.ts';
import { readCdfAttributes } from './cdf.ts';
import { rssChannelElements, rssItemElements } from './elements.ts';

// What an item says in RSS's own words is heard before what `atom:title` says of it.
const guests = {
  ...atomElements,
  ...prefixed('atom', atomElementsBehind(1)),
  ...moduleElements,
};
export const itemElements = combine(guests, rssItemElements);
export const channelElements = combine<FeedDraft>(guests, scheduleElements, rssChannelElements);

/** RSS 0.91 to 2.0, and the channel of CDF from which they descend. */
export const rssFormat: XmlFormat = {
  name: 'rss',
  roots: ['rss', 'channel'],
  entryTags: ['item', 'entry'],
  version: (root) => root.attribute('version')?.trim() ?? (root.tag === 'channel' ? 'cdf' : ''),
  readEntry: (node, draft) => {
    readCdfAttributes(node, draft);
    readChildren(node, draft, itemElements);
  },
  readFeed: (root, draft) => {
    const channel = root.tag === 'channel' ? root : (root.child('channel') ?? root);
    draft.language = channel.language;
    readCdfAttributes(channel, draft);
    readChildren(channel, draft, channelElements);
  },
};
