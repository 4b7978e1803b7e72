import type { ElementTable } from '../elements.ts';
import type { FeedDraft } from '../feed-draft.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** When to come again: RSS 2.0 `ttl`, `skipHours`, `skipDays`, and the syndication module. */
export const scheduleElements: ElementTable<FeedDraft> = {
  ttl: (node, draft) => {
    const minutes = Number(node.text);
    if (minutes > 0) draft.ttlMinutes = Math.round(minutes);
  },
  skiphours: (node, draft) => {
    for (const child of node.children) {
      const hour = Number(child.text);
      // RSS 0.91 counts 1 to 24, RSS 2.0 0 to 23.
      if (child.text !== '' && Number.isInteger(hour) && hour >= 0 && hour <= 24) {
        draft.skipHours.add(hour % 24);
      }
    }
  },
  skipdays: (node, draft) => {
    for (const child of node.children) {
      const day = child.text.toLowerCase();
      if (days.includes(day))
        draft.skipDays.add(day.replace(/^./, (letter) => letter.toUpperCase()));
    }
  },
  'sy:updateperiod': (node, draft) => {
    draft.updatePeriod = node.text.toLowerCase() || null;
  },
  'sy:updatefrequency': (node, draft) => {
    const times = Number(node.text);
    if (times > 0) draft.updateFrequency = times;
  },
};
