import {
  type Claim,
  type Draft,
  hashOf,
  type IdentityCandidate,
  type IdentityKey,
  keysOf,
  type NextOf,
  nameOfKey,
  PoisonRowError,
  type ReadDraft,
  type Said,
  storyMark,
  type Telling,
  type Told,
} from '@nashra/articles';
import { KeyIndex, type Signature, signatureOf } from '@nashra/similarity';
import { REFUSED } from '../world/pages.ts';
import type { Tx } from '../world/store.ts';
import { idAt } from '../world/store.ts';
import { verb } from './db.ts';
import type {
  ArticleKeyRow,
  ArticleRow,
  CandidateKeyRow,
  ChangeRow,
  ContentRow,
  DraftRow,
  RevisionRow,
  TellingRow,
} from './rows.ts';

const draftOf = (tx: Tx, addressId: number) => tx.get<DraftRow>('draft', addressId);
const articleOf = (tx: Tx, id: number) => tx.get<ArticleRow>('article', id);
const contentOf = (tx: Tx, id: number) => tx.get<ContentRow>('content', id);

/** The same texts come again in every world. */
const signatures = new Map<string, Signature>();

function signed({ title, body, language }: Draft): Signature {
  const name = `${language}\n${title}\n${body}`;
  const known = signatures.get(name);
  if (known) return known;
  const signature = signatureOf({ title, body, language: language ?? '' });
  signatures.set(name, signature);
  return signature;
}

export const saveDrafts = verb('saveDrafts', async (tx, drafts: readonly ReadDraft[]) => {
  if (new Set(drafts.map((it) => it.addressId)).size < drafts.length) {
    const message = 'ON CONFLICT DO UPDATE command cannot affect row a second time';
    throw Object.assign(new Error(message), { code: '21000', severity: 'ERROR' });
  }
  for (const read of drafts) {
    const { addressId, draft } = read;
    await tx.lock('draft', addressId);
    const before = draftOf(tx, addressId);
    if (before) tx.put('content', before.contentId, null);
    const signature = signed(draft);
    const id = tx.store.nextId();
    const { seenAt } = draft.facts;
    const content: ContentRow = {
      id,
      title: draft.title,
      body: draft.body,
      contentHash: hashOf(draft),
      captureId: draft.captureId,
      extractorVersion: draft.extractorVersion,
      publishedAt: draft.publishedAt === null ? null : Date.parse(draft.publishedAt),
      seenAt: typeof seenAt === 'string' ? Date.parse(seenAt) : null,
    };
    tx.put('content', id, content);
    const keys = keysOf(read, signature);
    const row: DraftRow = { addressId, contentId: id, keys, signature, articleId: null };
    tx.put('draft', addressId, row);
  }
});

async function discard(tx: Tx, addressIds: readonly number[]): Promise<void> {
  for (const addressId of addressIds) {
    await tx.lock('draft', addressId);
    const row = draftOf(tx, addressId);
    if (!row) continue;
    tx.put('draft', addressId, null);
    tx.put('content', row.contentId, null);
  }
}

export const discardDrafts = verb('discardDrafts', discard);

export const takenDown = verb('takenDown', () => new Set<number>());

export const loadRecognisable = verb('loadRecognisable', (tx, addressIds: readonly number[]) => {
  const found = new Map<number, object>();
  for (const id of addressIds) {
    const draft = draftOf(tx, id);
    const content = draft && contentOf(tx, draft.contentId);
    if (!draft || !content) continue;
    const date = (at: number | null) => (at === null ? null : new Date(at));
    found.set(id, {
      keys: draft.keys,
      contentHash: content.contentHash,
      signature: draft.signature,
      publishedAt: date(content.publishedAt),
      seenAt: date(content.seenAt),
    });
  }
  return found;
});

export const articlesAt = verb('articlesAt', (tx, addressIds: readonly number[]) => {
  const wanted = new Set(addressIds);
  const rows = tx.all<ArticleRow>('article').filter((it) => wanted.has(it.addressId));
  return new Map(rows.map(({ id, storyId, addressId }) => [addressId, { articleId: id, storyId }]));
});

export const addressesSaying = verb('addressesSaying', (tx, said: readonly Said[]) => {
  const hashes = new Map(said.map((it) => [it.addressId, it.contentHash]));
  const rows = tx.all<ArticleRow>('article').filter(({ id, addressId, contentId }) => {
    const content = contentId === null ? undefined : contentOf(tx, contentId);
    const isSame = content !== undefined && content.contentHash === hashes.get(addressId);
    return isSame && tx.get<TellingRow>('signature', id) !== undefined;
  });
  return new Set(rows.map((row) => row.addressId));
});

export const currentRevisions = verb('currentRevisions', (tx, articleIds: readonly number[]) => {
  const found = new Map<number, object>();
  for (const id of articleIds) {
    const article = articleOf(tx, id);
    const content = article?.contentId ? contentOf(tx, article.contentId) : undefined;
    if (!article || !content) continue;
    const { contentHash, captureId, extractorVersion } = content;
    const { addressId } = article;
    const isSigned = tx.get<TellingRow>('signature', id) !== undefined;
    found.set(id, { articleId: id, addressId, contentHash, captureId, extractorVersion, isSigned });
  }
  return found;
});

const LATCH = 'latch';
export const latchDecisions = verb('latchDecisions', (tx) => tx.lock(LATCH, 'decisions'));
export const latchChanges = verb('latchChanges', (tx) => tx.lock(LATCH, 'changes'));

export const findCandidates = verb('findCandidates', (tx, keys: readonly IdentityKey[]) => {
  const found = new Map<string, IdentityCandidate[]>();
  const asked = new Set(keys.map(nameOfKey));
  const held = tx
    .all<ArticleKeyRow>('article key')
    .sort((a, b) => b.claimedAt - a.claimedAt || b.articleId - a.articleId);
  for (const { kind, key, articleId, claimedAt } of held) {
    const name = `${kind} ${key}`;
    const article = asked.has(name) ? articleOf(tx, articleId) : undefined;
    if (!article) continue;
    const { storyId, publisherId } = article;
    const candidate = { kind, articleId, storyId, publisherId, claimedAt: new Date(claimedAt) };
    const known = found.get(name) ?? [];
    if (known.length < 50) known.push(candidate);
    found.set(name, known);
  }
  return found;
});

export const reserveIds = verb('reserveIds', (tx, count: number) =>
  Array.from({ length: count }, () => tx.store.nextId()),
);

export const findHolders = verb(
  'findHolders',
  (tx, keys: ReadonlySet<number>, memoryDays: number) => {
    const index = new KeyIndex();
    const from = idAt(tx.now - memoryDays * 86_400_000);
    for (const { key, articleId } of tx.all<CandidateKeyRow>('candidate key')) {
      if (articleId < from || !keys.has(key)) continue;
      index.hold(key, articleId, storyMark(articleOf(tx, articleId)?.storyId ?? 0));
    }
    return { index, crowded: [] };
  },
);

export const freshKeys = verb('freshKeys', (tx, drafts: readonly NextOf[], memoryDays: number) => {
  const from = idAt(tx.now - memoryDays * 86_400_000);
  const keys = drafts.flatMap(({ addressId, articleId }) => {
    if (articleId < from) return [];
    const held = new Set(tx.get<TellingRow>('signature', articleId)?.signature.keys);
    return [...(draftOf(tx, addressId)?.signature.keys ?? [])].filter((key) => !held.has(key));
  });
  return [...new Set(keys)];
});

/** Whether an article was written often enough today for what its draft changes: nothing, its picture, its figures. */
export const restlessAmong = verb('restlessAmong', (tx, asked: readonly NextOf[]) => {
  const from = idAt(tx.now - 86_400_000);
  const figures = ({ title, body }: ContentRow) => `${title} ${body}`.replace(/\d+/g, '0');
  const isRestless = ({ addressId, articleId }: NextOf) => {
    const draft = draftOf(tx, addressId);
    const said = draft && contentOf(tx, draft.contentId);
    if (!said || (articleOf(tx, articleId)?.revision ?? 0) <= 2) return false;
    const today = tx
      .all<RevisionRow>('revision')
      .filter((it) => it.articleId === articleId && it.contentId > from)
      .flatMap(({ contentId }) => contentOf(tx, contentId) ?? []);
    const count = (isLike: (it: ContentRow) => boolean) => today.filter(isLike).length;
    return (
      count((it) => it.contentHash === said.contentHash) >= 2 ||
      count((it) => it.title === said.title && it.body === said.body) >= 3 ||
      count((it) => figures(it) === figures(said)) >= 8
    );
  };
  return new Set(asked.filter(isRestless).map((it) => it.addressId));
});

export const loadTellings = verb('loadTellings', (tx, articleIds: Iterable<number>) => {
  const found = new Map<number, Telling>();
  for (const id of new Set(articleIds)) {
    const telling = tx.get<TellingRow>('signature', id);
    const article = articleOf(tx, id);
    if (!telling || !article) continue;
    const { storyId, publisherId } = article;
    found.set(id, { ...telling, storyId, publisherId });
  }
  return found;
});

export const claimAll = verb('claimAll', async (tx, claims: readonly Claim[]) => {
  for (const { addressId, publisherId, decision, keys } of claims) {
    const { articleId } = decision;
    if (decision.kind === 'new') {
      const { storyId, copyOf } = decision;
      const row: ArticleRow = {
        id: articleId,
        publisherId,
        addressId,
        storyId,
        copyOf,
        revision: 0,
        contentId: null,
      };
      await tx.lock('article at', addressId);
      if (tx.all<ArticleRow>('article').some((it) => it.addressId === addressId)) {
        throw new Error('duplicate key value violates unique constraint "article_address_id"');
      }
      tx.put('article', articleId, row);
    } else {
      await tx.lock('article', articleId);
      const row = articleOf(tx, articleId);
      if (row && row.addressId !== addressId) tx.put('article', articleId, { ...row, addressId });
    }
    for (const { kind, key } of keys) {
      const hex = key.toString('hex');
      const name = `${kind} ${hex} ${articleId}`;
      if (tx.get('article key', name)) continue;
      const row: ArticleKeyRow = { kind, key: hex, articleId, claimedAt: tx.now };
      tx.put('article key', name, row);
    }
    await tx.lock('draft', addressId);
    const draft = draftOf(tx, addressId);
    if (draft) tx.put('draft', addressId, { ...draft, articleId });
  }
});

export const keepTellings = verb('keepTellings', (tx, told: readonly Told[]) => {
  for (const { addressId, articleId, publishedAt, isStated, isRevision } of told) {
    const draft = draftOf(tx, addressId);
    if (!draft) continue;
    const { signature } = draft;
    const before = isRevision ? tx.get<TellingRow>('signature', articleId) : undefined;
    for (const key of signature.keys) {
      // Of a revision the new ones alone; the old ones find it still.
      if (before?.signature.keys.includes(key)) continue;
      const row: CandidateKeyRow = { key, articleId };
      tx.put('candidate key', `${key} ${articleId}`, row);
    }
    const row: TellingRow = { articleId, signature, publishedAt, isStated };
    tx.put('signature', articleId, row);
  }
});

interface Written {
  readonly addressId: number;
  readonly articleId: number;
  readonly number: number;
}

/** Several statements: the articles are locked first, the changes numbered last, under their latch. */
export const writeArticles = verb(
  'writeArticles',
  async (
    tx,
    addressIds: readonly number[],
    { reread = new Set() }: { readonly reread?: ReadonlySet<number> } = {},
  ): Promise<Written[]> => {
    const decided = addressIds
      .flatMap((id) => draftOf(tx, id) ?? [])
      .flatMap((it) => (it.articleId === null ? [] : [{ ...it, articleId: it.articleId }]))
      .sort((a, b) => a.articleId - b.articleId || a.addressId - b.addressId);
    const rows: Written[] = [];
    const captures = new Map<number, readonly [was: number | null, is: number]>();
    for (const { addressId, articleId, contentId } of decided) {
      await tx.lock('article', articleId);
      const article = articleOf(tx, articleId);
      if (!article) throw new Error(`article ${articleId} is not claimed`);
      const number = article.revision + 1;
      const was = article.contentId === null ? null : contentOf(tx, article.contentId);
      const is = contentOf(tx, contentId);
      if (is?.body.includes(REFUSED)) throw new PoisonRowError('22P05');
      captures.set(articleId, [was?.captureId ?? null, is?.captureId ?? 0]);
      tx.put('draft', addressId, null);
      const revision: RevisionRow = { articleId, number, contentId };
      tx.put('revision', `${articleId} ${number}`, revision);
      tx.put('article', articleId, { ...article, revision: number, contentId });
      rows.push({ addressId, articleId, number });
    }
    if (rows.length === 0) return [];
    await tx.lock(LATCH, 'changes');
    for (const { addressId, articleId, number } of rows) {
      const seq = nextSeq(tx);
      const [was, is] = captures.get(articleId) ?? [null, 0];
      const isOfSame = was !== null && (was === is || blobOf(tx, was) === blobOf(tx, is));
      const change: ChangeRow = {
        seq,
        kind: number === 1 ? 'article_created' : 'article_revised',
        articleId,
        storyId: articleOf(tx, articleId)?.storyId ?? 0,
        revision: number,
        cause: reread.has(addressId) || isOfSame ? 'pipeline' : 'source',
      };
      tx.put('change', seq, change);
    }
    return rows;
  },
);

const blobOf = (tx: Tx, captureId: number) =>
  tx.get<{ blobSha256: string }>('capture', captureId)?.blobSha256;

const seqs = new WeakMap<object, number>();

/** A sequence: no rollback takes a number back. */
function nextSeq({ store }: Tx): number {
  const seq = (seqs.get(store) ?? 0) + 1;
  seqs.set(store, seq);
  return seq;
}

export const undoClaim = verb('undoClaim', async (tx, addressId: number) => {
  await discard(tx, [addressId]);
  await tx.lock(LATCH, 'decisions');
  const claimed = tx
    .all<ArticleRow>('article')
    .filter((it) => it.addressId === addressId && it.revision === 0);
  const articleIds: number[] = [];
  for (const { id } of claimed) {
    await tx.lock('article', id);
    tx.put('article', id, null);
    tx.put('signature', id, null);
    articleIds.push(id);
    for (const it of tx.all<ArticleKeyRow>('article key')) {
      if (it.articleId === id) tx.put('article key', `${it.kind} ${it.key} ${id}`, null);
    }
  }
  const undecided: number[] = [];
  for (const draft of tx.all<DraftRow>('draft')) {
    if (draft.articleId === null || !articleIds.includes(draft.articleId)) continue;
    tx.put('draft', draft.addressId, { ...draft, articleId: null });
    undecided.push(draft.addressId);
  }
  return { articleIds, undecided };
});
