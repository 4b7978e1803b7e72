import type { FeedRow, PublisherRow } from '../model/rows.ts';
import type { World } from '../world/world.ts';

/** What the world began with. */
export interface Beginning {
  readonly publishers: readonly PublisherRow[];
  readonly feeds: readonly FeedRow[];
  readonly addresses: readonly {
    readonly id: number;
    readonly key: string;
    readonly address: string;
    readonly host: string;
  }[];
}

export function beginningOf({ store }: World): Beginning {
  return {
    publishers: store.rows('publisher'),
    feeds: store.rows('feed'),
    addresses: store.rows('address'),
  };
}
