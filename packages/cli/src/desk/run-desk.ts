import {
  answerUnsure,
  DeskError,
  liftTakedown,
  listTakedowns,
  TakedownError,
} from '@nashra/articles';
import type { DeskField } from '@nashra/db';
import { exportedCases, takeDownAll, unsureFields } from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

interface Json {
  readonly json?: true;
}
interface Because {
  readonly because?: string;
}

export async function runList({ limit, json }: Json & { readonly limit: number }): Promise<void> {
  await using db = openSystemDb();
  const found = await unsureFields(db, limit);
  if (json) for (const it of found) printJson(it);
  else if (found.length === 0) print('Nothing: of the latest articles every field is sure.');
  else
    print(
      table(
        found.map((it) => [
          ...[it.articleId, it.field, it.sureness.toFixed(2), oneLine(it.address)],
          oneLine(it.said).slice(0, 60),
        ]),
        ['article', 'field', 'sure', 'address', 'read as'],
      ),
    );
}

export async function runAnswer(
  articleId: number,
  field: DeskField,
  right: string | undefined,
  { because }: Because,
): Promise<void> {
  await using db = openSystemDb();
  await asTold(answerUnsure(db, { articleId, field, right }, acting(because)));
  print(`Article ${articleId}: its ${field} is a case now; "nashra desk export" has it.`);
}

export async function runExport({ limit }: { readonly limit: number }): Promise<void> {
  await using db = openSystemDb();
  for (const it of await exportedCases(db, limit)) printJson(it);
}

interface Wish extends Json {
  readonly author?: string;
  readonly publisher?: string;
  readonly because: string;
}

export async function runTakeDown({ author, publisher, because, json }: Wish): Promise<void> {
  if (author === undefined && publisher === undefined)
    throw new CliError('Whom? --author, --publisher, or both.');
  const wish = author === undefined ? { publisher: publisher ?? '' } : { author, publisher };
  await using db = openSystemDb();
  const takedown = await asTold(takeDownAll(db, wish, acting(because)));
  if (json) printJson({ takedown });
  else
    print(`Takedown ${takedown} stands: what is there goes within seconds, what comes is refused.`);
}

export async function runTakedowns({ json }: Json): Promise<void> {
  await using db = openSystemDb();
  const found = await listTakedowns(db);
  if (json) for (const it of found) printJson(it);
  else if (found.length === 0) print('Nobody is taken down.');
  else
    print(
      table(
        found.map((it) => [
          ...[it.id, it.kind, oneLine(it.name ?? `publisher ${it.publisherId}`), ago(it.madeAt)],
          ...[
            it.liftedAt ? 'lifted' : `${it.articles} down`,
            oneLine(it.actor),
            oneLine(it.reason),
          ],
        ]),
        ['id', 'kind', 'who', 'when', 'articles', 'by', 'why'],
      ),
    );
}

export async function runLift(id: number, { because, json }: Json & Because): Promise<void> {
  await using db = openSystemDb();
  await asTold(liftTakedown(db, id, acting(because)));
  if (json) printJson({ takedown: id });
  else print(`Takedown ${id} is lifted: what went down with it comes back within seconds.`);
}

/** What cannot be is said as a sentence. */
async function asTold<T>(deed: Promise<T>): Promise<T> {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof DeskError || error instanceof TakedownError)
      throw new CliError(error.message);
    throw error;
  }
}
