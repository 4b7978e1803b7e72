import type { Mutation } from '../hooks.ts';

/** A bug that is planted to see whether it is found. */
export interface Bug extends Mutation {
  readonly name: string;
  /** Who has to find it: the seeds, by what comes of it, or the conformance runs, by what the SQL does. */
  readonly by: 'seeds' | 'conformance';
}

const seeds = (name: string, file: string, find: string, put: string): Bug => ({
  name,
  by: 'seeds',
  file,
  find,
  put,
});

/** In the verbs and stages: the product's own code runs changed. */
export const IN_CODE: readonly Bug[] = [
  seeds(
    'a document that was cut keeps its validators',
    'services/parse/src/save-listing.ts',
    'const isTrusted = isWhole && sightings.length > 0 && discovery.later === 0;',
    'const isTrusted = discovery.later === 0;',
  ),
  seeds(
    'an entry that changed too soon is forgotten',
    'services/parse/src/save-listing.ts',
    ' && discovery.later === 0;',
    ';',
  ),
  seeds(
    'changed entries take nothing off',
    'packages/ledger/src/discover.ts',
    "['entry_changed', 'listed'] as const",
    "['listed'] as const",
  ),
  seeds(
    'a page that fails for now is quarantined',
    'services/fetch/src/handler.ts',
    'if (!lastAttempt) throw error',
    'throw error',
  ),
  seeds(
    'a page that is not found is gone for good',
    'packages/ledger/src/endings.ts',
    "  gone: 'final',",
    "  gone: 'final',\n  not_found: 'final',",
  ),
  seeds(
    'what passes is never looked at again',
    'services/fetch/src/record.ts',
    'again_ms: passes ? passingMs : null',
    'again_ms: null',
  ),
  seeds(
    'a page that is gone is said to be not found',
    'services/fetch/src/judge.ts',
    "reason: 'gone' }",
    "reason: 'not_found' }",
  ),
  seeds(
    'a host that sends one away is asked by others',
    'services/fetch/src/service.ts',
    '      await keepAway(answer, afterMs);\n      await noteAway',
    '      await noteAway',
  ),
  seeds(
    'the pause between two requests is halved',
    'packages/politeness/src/polite-get.ts',
    'const intervalMs = Math.max(pace.intervalMs,',
    'const intervalMs = Math.max(pace.intervalMs / 2,',
  ),
  seeds(
    'one more request at a time',
    'packages/politeness/src/polite-get.ts',
    'concurrency: pace.concurrency,',
    'concurrency: pace.concurrency + 1,',
  ),
  seeds(
    'robots.txt says yes to all',
    'packages/politeness/src/robots/open-robots.ts',
    'allowed: permits(record.policy, pathname + search)',
    'allowed: true',
  ),
  seeds(
    'a robots.txt that cannot be had allows everything',
    'packages/politeness/src/robots/open-robots.ts',
    "record.state === 'unreachable'",
    "record.state === 'never'",
  ),
  seeds(
    'a turn at a host that was waited for is forgotten',
    'services/fetch/src/host-gate.ts',
    '      turn.line.shift()?.();\n',
    '',
  ),
  seeds(
    'who holds nothing any more keeps his place',
    'packages/service/src/hand.ts',
    'else count -= 1;',
    'else count -= 0;',
  ),
  seeds(
    'a process that rests never works again',
    'packages/queue/src/worker.ts',
    '!stop.signal.aborted && worker.resume()',
    'stop.signal.aborted && worker.resume()',
  ),
  seeds(
    'a fault of the database is taken for the page’s own',
    'packages/queue/src/run-job.ts',
    'const fault = waits(err) ? null : environmentFault(err);',
    'const fault = null as ReturnType<typeof environmentFault>;',
  ),
  seeds(
    'one bad row takes its companions along',
    'packages/service/src/batcher.ts',
    'await settle(batch.slice(middle));',
    'await settle(batch.slice(middle + 1));',
  ),
  seeds(
    'what lost its job is left where it is',
    'packages/pipeline/src/reconcile.ts',
    'return here.filter(({ id }) => !live.has(String(id)));',
    'return here.filter(({ id }) => live.has(String(id)));',
  ),
  seeds(
    'only what waits for fetch is rescued',
    'packages/pipeline/src/reconcile.ts',
    'for (const stage of way) {',
    'for (const stage of way.slice(0, 1)) {',
  ),
  seeds(
    'a feed that failed is never polled again',
    'packages/pipeline/src/poll.ts',
    'from: FINAL_STATES,',
    "from: ['read'],",
  ),
  seeds(
    'two copies at the same instant do not meet',
    'services/dedupe/src/recognise.ts',
    '  await latchDecisions(tx);\n',
    '',
  ),
  seeds(
    'a draft of what is known stays',
    'services/dedupe/src/recognise.ts',
    'known.map(({ subject }) => subject.addressId)',
    '[]',
  ),
  seeds(
    'the same text at a second address is another article',
    'services/dedupe/src/decide.ts',
    'const twin = again ?? ',
    'const twin = ',
  ),
  seeds(
    'a page that says the same is a revision',
    'services/dedupe/src/decide.ts',
    "=== draft.contentHash ? 'unchanged' : 'revision'",
    "=== draft.contentHash ? 'revision' : 'revision'",
  ),
  seeds(
    'a page that has not changed ends as a feed does',
    'services/fetch/src/handler.ts',
    "return kind === 'article' ? 'known' : 'read';",
    "return kind === 'article' ? 'read' : 'read';",
  ),
  seeds(
    'an article that is given up stays claimed',
    'packages/pipeline/src/quarantine.ts',
    'const { articleIds, undecided } = await undoClaim(tx, addressId);',
    'const { articleIds, undecided } = { articleIds: [] as number[], undecided: [] as number[] };',
  ),
  seeds(
    'who believed in what is given up is left in his belief',
    'packages/pipeline/src/quarantine.ts',
    '  await depart(tx, { ids: ids(true), from, to: { at: parse.takes }, reason });\n',
    '',
  ),
];

const inSql = (name: string, file: string, find: string, put: string): Bug => ({
  name,
  by: 'conformance',
  file,
  find,
  put,
});

/** In what SQL does: the model says otherwise of the same calls. */
export const IN_SQL: readonly Bug[] = [
  inSql(
    'a flight moves whatever state it is in',
    'packages/ledger/src/move.ts',
    'and f.state = any(${[...from]}::text[]) order by f.address_id for no key update',
    'order by f.address_id for no key update',
  ),
  inSql(
    'a body of before is taken for a new one',
    'packages/ledger/src/move.ts',
    'capture_id = coalesce(${capture}, a.capture_id)',
    'capture_id = coalesce(a.capture_id, ${capture})',
  ),
  inSql(
    'what is not due yet is let in',
    'packages/ledger/src/take-waiting.ts',
    'and f.due_at <= ${soon}',
    '',
  ),
  inSql(
    'what was let in is not counted',
    'packages/ledger/src/depart.ts',
    "select 'address ' || ${state}::text, count(*) from gone having count(*) > 0",
    "select 'address ' || ${state}::text, 0 from gone having count(*) > 0",
  ),
  inSql(
    'a page that came to nothing never rests longer',
    'packages/ledger/src/pause.ts',
    'power(2, least(greatest(${vain} - 1, 0), 20))',
    'power(1, least(greatest(${vain} - 1, 0), 20))',
  ),
  inSql(
    'a draft that is replaced leaves its text behind',
    'packages/articles/src/save-drafts.ts',
    'if (replaced.length > 0) await deleteContents(db, replaced);',
    '',
  ),
];

export const BUGS: readonly Bug[] = [...IN_CODE, ...IN_SQL];

/** @throws Error for a name that no bug has */
export function bugNamed(name: string): Bug {
  const bug = BUGS.find((it) => it.name === name);
  if (!bug) throw new Error(`no bug is called «${name}»`);
  return bug;
}
