import { countUndecided, type Redecided, redecide, resettle, type Window } from '@nashra/articles';
import { record } from '@nashra/audit';
import type { Db } from '@nashra/db';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, print, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

interface ReplayOptions extends Window {
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

const SHOWN = 30;
/** What is decided is held until it is shown. */
const MOST = 1_000_000;
const DAY = 86_400_000;

export async function runReplay({ yes, because, json, ...window }: ReplayOptions): Promise<void> {
  if (+window.since < Date.now() - window.memoryDays * DAY)
    throw new CliError(
      `Keys are kept for ${window.memoryDays} days: an earlier --since finds nothing to compare with.`,
      EXIT.usage,
    );
  await using db = openSystemDb();
  const { rule, outdated, unsigned } = await countUndecided(db, window);
  if (outdated > MOST) throw new CliError(`${outdated} articles: ask for a shorter time.`);
  const redecided = await redecideAll(db, window, outdated);
  const moves = redecided.filter(({ from, to }) => !('storyId' in to) || to.storyId !== from);
  if (!json) printMoves(moves, { rule, decided: redecided.length, unsigned });
  const settled = yes ? await settle(db, { rule, redecided, moves }, because) : null;
  if (json) printJson({ rule, decided: redecided.length, unsigned, moves, settled });
  else if (settled) print(lineOf(settled));
  else if (redecided.length > 0) note('Nothing is written yet: --yes does it.');
}

async function redecideAll(db: Db, window: Window, total: number): Promise<Redecided[]> {
  using progress = startProgress('Deciding', total);
  const all: Redecided[] = [];
  for await (const it of redecide(db, window)) {
    all.push(it);
    progress.add(1);
  }
  return all;
}

async function settle(
  db: Db,
  { rule, redecided, moves }: { rule: string; redecided: Redecided[]; moves: Redecided[] },
  because?: string,
) {
  await record(db, acting(because), {
    action: 'story.replay',
    subject: `rule ${rule}`,
    detail: { decided: redecided.length, moves: moves.slice(0, SHOWN) },
  });
  using progress = startProgress('Moving', moves.length);
  return await resettle(db, redecided, (articles) => progress.add(articles));
}

function printMoves(
  moves: readonly Redecided[],
  { rule, decided, unsigned }: { rule: string; decided: number; unsigned: number },
): void {
  print(`${decided} articles were decided by an earlier rule than ${rule}; ${moves.length} move.`);
  const rows = moves
    .slice(0, SHOWN)
    .map(({ articleId, from, to, like }) => [
      String(articleId),
      String(from),
      'storyId' in to ? String(to.storyId) : `a new one, with ${to.apartAs}`,
      like ? `like ${like.articleId} (${like.sureness.toFixed(2)})` : 'like nobody',
    ]);
  if (rows.length > 0) print(table([['article', 'story', 'goes to', 'since it is'], ...rows]));
  if (moves.length > SHOWN) print(`… and ${moves.length - SHOWN} more; --json gives all.`);
  if (unsigned > 0)
    note(
      `${unsigned} articles have no signature yet: nashra replay --state indexed --from parse gives them one.`,
    );
}

function lineOf({ moved, left }: Awaited<ReturnType<typeof resettle>>): string {
  const rest = left.length > 0 ? ` ${left.length} had moved meanwhile and were left.` : '';
  return `${moved} articles moved.${rest}`;
}
