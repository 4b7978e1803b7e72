import type { Carriers } from '@nashra/pipeline';
import { ErrandError } from '@nashra/pipeline';
import { comparePages, type Stores, viewPage } from '@nashra/reading';
import type { ReadingWatch } from './reading-watch.ts';

/** Carries out what the console asks of kept bytes. A page that does not end ends its errand alone. */
export function readingCarriers(stores: Stores, watch: ReadingWatch): Carriers {
  const framed = { ...stores, frame: watch.readSuspect };
  return {
    apart: {
      async 'page.read'({ address }) {
        const view = await viewPage(framed, address);
        if (!view) throw new ErrandError('No bytes of it are kept.');
        return view;
      },
      'pages.compare': ({ filter, pages }) => comparePages(framed, filter, { pages }),
    },
  };
}
