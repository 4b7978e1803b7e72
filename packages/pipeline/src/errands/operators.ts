import { hideImage, mergeByHand, showImage, splitByHand } from '@nashra/articles';
import { adoptHeir, findFeed, loadCatalog, moveFeed, withKnown } from '@nashra/sources';
import { replay } from '../replay.ts';
import type { Pipeline } from '../way.ts';
import type { Carriers } from './carry-out.ts';
import { ErrandError } from './errands.ts';

/** What operators ask for that takes the database alone: stories, images, sources, an address sent through again. */
export function operatorsCarriers(pipeline: Pipeline): Carriers {
  const { db } = pipeline;
  return {
    within: {
      'image.hide': ({ image }, act, tx) => hideImage(tx, act, image),
      'image.show': ({ image }, act, tx) => showImage(tx, act, image),
      'story.merge': (wish, act, tx) => mergeByHand(tx, wish, act),
      'story.split': ({ articles }, act, tx) => splitByHand(tx, articles, act),
      async 'source.move'({ source, to }, act, tx) {
        const { addressId } = await findFeed(tx, source);
        if (!(await moveFeed(tx, addressId, to, act)))
          throw new ErrandError(`${to} is no web address, or another row of the ledger has it.`);
        return { source: to };
      },
    },
    apart: {
      async 'address.replay'({ address, from }, act) {
        const gone = await replay(pipeline, [address], { from, filter: `${address}`, act });
        if (gone.length === 0)
          throw new ErrandError(
            'It is on its way already, or no bytes of it are kept to be read again.',
          );
        return { sent: gone };
      },
      'source.add': async ({ catalog }, act) =>
        await loadCatalog(db, await withKnown(db, catalog), act),
      'source.adopt': async ({ source, choose }, act) => ({
        source: await adoptHeir(db, source, choose, act),
      }),
    },
  };
}
