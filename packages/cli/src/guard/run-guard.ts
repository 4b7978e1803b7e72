import { countPagesOf, goOn, heldBy } from '@nashra/pipeline';
import { findGuard, type Guard, listGuards, setGuard } from '@nashra/sources';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

interface Json {
  readonly json?: true;
}

export async function runList({ json }: Json): Promise<void> {
  await using db = openSystemDb();
  const guards = await listGuards(db);
  if (json) for (const guard of guards) printJson(guard);
  else if (guards.length === 0) print('Nothing: the pages of all publishers are what they were.');
  else
    print(
      table(
        guards.map((it) => [it.publisher, it.state, ago(it.toldAt), oneLine(fieldsOf(it))]),
        ['publisher', 'state', 'told', 'what is missing'],
      ),
    );
}

export async function runShow(publisher: string, { json }: Json): Promise<void> {
  await using db = openSystemDb();
  const guard = await findGuard(db, publisher);
  const held = await countPagesOf(db, heldBy(publisher));
  if (json) return printJson({ ...guard, held });
  print(`${oneLine(guard.name)}: ${guard.state}, ${held} pages held.`);
  const { told } = guard;
  if (!told) return print('Nothing was told of its pages.');
  if (!told.isCollapse) print('Its pages are built otherwise; what they say is found as before.');
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  print(
    table(
      told.fields.map(({ field, before, now }) => [field, percent(before), percent(now)]),
      ['field', 'before', 'now'],
    ),
  );
  for (const line of told.diff ?? []) print(oneLine(line));
  if (told.pages) print(`As it was: ${told.pages.before}. As it is: ${told.pages.after}.`);
}

const STATES = { hold: 'held', off: 'off' } as const;

export async function runVerb(
  verb: 'go-on' | keyof typeof STATES,
  publisher: string,
  { because, json }: Json & { readonly because?: string },
): Promise<void> {
  await using db = openSystemDb();
  const act = acting(because ?? 'no reason given');
  let run: number | null = null;
  if (verb === 'go-on') run = await goOn(db, publisher, act);
  else await setGuard(db, publisher, STATES[verb], act);
  const { state } = await findGuard(db, publisher);
  if (json) return printJson({ publisher, state, run });
  const reads =
    run === null ? '' : ` Run ${run} reads what was held again; "nashra runs" shows it.`;
  print(`${publisher}: ${state}.${reads}`);
}

function fieldsOf({ told }: Guard): string {
  return told?.fields.map(({ field }) => field).join(', ') ?? '';
}
