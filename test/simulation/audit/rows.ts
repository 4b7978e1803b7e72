import type {
  AddressRow,
  ArticleRow,
  CaptureRow,
  ContentRow,
  DraftRow,
  FeedRow,
  QuarantineRow,
  RevisionRow,
} from '../model/rows.ts';
import type { Audited } from './audited.ts';

/** Nothing is left of what was begun, and nothing points at what is not there. */
export function rowsHold({ world: { store } }: Audited): string[] {
  const articles = store.table('article');
  const captures = store.table('capture');
  const contents = store.table('content');
  const used = new Set(store.rows<RevisionRow>('revision').map((it) => it.contentId));
  const addresses = store.rows<AddressRow>('address');
  const showing = new Set(addresses.map((it) => it.foundIn));
  const quarantined = new Set(store.rows<QuarantineRow>('quarantine').map((it) => it.addressId));
  return [
    ...store.rows<DraftRow>('draft').map((it) => `a draft of ${it.addressId} is left`),
    ...store
      .rows<FeedRow>('feed')
      .filter((it) => showing.has(it.address_id) && it.last_entry_at === null)
      .map((it) => `feed ${it.id} has shown entries and knows of none`),
    ...store
      .rows<ArticleRow>('article')
      .filter((it) => it.revision === 0)
      .map((it) => `article ${it.id} is claimed and was never written`),
    ...store
      .rows<ContentRow>('content')
      .filter((it) => !used.has(it.id))
      .map((it) => `content ${it.id} is nobody's`),
    ...[...used].filter((id) => !contents.has(id)).map((id) => `content ${id} is gone`),
    ...store
      .rows<ContentRow>('content')
      .filter((it) => !captures.has(it.captureId))
      .map((it) => `content ${it.id} was read from no capture`),
    ...addresses.flatMap(({ id, address, articleId, captureId, state }) => [
      ...(articleId !== null && !articles.has(articleId) ? [`${address} carries no article`] : []),
      ...(captureId !== null && (captures.get(captureId) as CaptureRow)?.addressId !== id
        ? [`${address} has a capture of another`]
        : []),
      ...((state === 'quarantined') === quarantined.has(id)
        ? []
        : [`${address} is ${state}, and quarantine says otherwise`]),
      ...(state === 'indexed' && articleId === null ? [`${address} is indexed as nothing`] : []),
    ]),
  ];
}
