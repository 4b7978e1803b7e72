import type { ArticleRow, ChangeRow, RevisionRow } from '../model/rows.ts';
import type { Audited } from './audited.ts';

/** A reader who asked for what comes after the last has seen all there is, and every revision has one change. */
export function changesHold({ world: { store }, follower: { seen } }: Audited): string[] {
  const all = store.rows<ChangeRow>('change').sort((a, b) => a.seq - b.seq);
  const met = new Set(seen.map((it) => it.seq));
  const missed = all.filter(({ seq }) => !met.has(seq)).map(({ seq }) => `${seq} was never seen`);
  const there = new Set(all.map((it) => it.seq));
  const vanished = seen.filter(({ seq }) => !there.has(seq)).map(({ seq }) => `${seq} vanished`);
  const nameOf = (articleId: number, number: number) => `${articleId} ${number}`;
  const told = new Map<string, number>();
  for (const { articleId, revision } of all) {
    const name = nameOf(articleId, revision);
    told.set(name, (told.get(name) ?? 0) + 1);
  }
  const untold = store.rows<RevisionRow>('revision').flatMap(({ articleId, number }) => {
    const times = told.get(nameOf(articleId, number)) ?? 0;
    return times === 1 ? [] : [`revision ${articleId} ${number} is told ${times} times`];
  });
  const strange = all.flatMap(({ articleId, kind, revision, seq }) => {
    if (!store.table('article').has(articleId)) return [`${seq} is of no article`];
    const isFirst = revision === 1;
    return (kind === 'article_created') === isFirst ? [] : [`${seq} is ${kind} of ${revision}`];
  });
  return [...missed, ...vanished, ...untold, ...strange, ...outOfOrder(all, store)];
}

/** Revisions of an article follow each other from 1 on, as its row says. */
function outOfOrder(all: readonly ChangeRow[], store: Audited['world']['store']): string[] {
  return store.rows<ArticleRow>('article').flatMap(({ id, revision }) => {
    const numbers = all.filter((it) => it.articleId === id).map((it) => it.revision);
    const isRight = numbers.length === revision && numbers.every((it, at) => it === at + 1);
    return isRight ? [] : [`article ${id} of revision ${revision} is told as ${numbers}`];
  });
}
