import { combine, readChildren } from '../elements.ts';
import type { FeedDraft } from '../feed-draft.ts';
import { moduleElements } from '../modules/elements.ts';
import { scheduleElements } from '../modules/schedule.ts';
import { rssItemElements } from '../rss/elements.ts';
import type { XmlFormat } from '../xml-format.ts';
import { atomElements } from './elements.ts';

const entryElements = combine(rssItemElements, moduleElements, atomElements);
const feedElements = combine<FeedDraft>(
  rssItemElements,
  scheduleElements,
  moduleElements,
  atomElements,
);

/** Atom 1.0 (RFC 4287) and 0.3. */
export const atomFormat: XmlFormat = {
  name: 'atom',
  roots: ['feed'],
  entryTags: ['entry', 'item'],
  version: (root) => (isOldAtom(root.attribute('version'), root.scope.uriOf('')) ? '0.3' : '1.0'),
  readEntry: (node, draft) => readChildren(node, draft, entryElements),
  readFeed: (root, draft) => {
    draft.language = root.language;
    readChildren(root, draft, feedElements);
  },
};

const isOldAtom = (version: string | null, uri: string | undefined) =>
  version === '0.3' || /purl\.org\/atom\/ns/i.test(uri ?? '');
