import { readAudit } from '@nashra/audit';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { openSystemDb } from '../system/find-system.ts';

export async function runAudit({
  subject,
  limit,
  json,
}: {
  readonly subject?: string;
  readonly limit: number;
  readonly json?: true;
}): Promise<void> {
  await using db = openSystemDb();
  const deeds = await readAudit(db, { limit, ...(subject === undefined ? {} : { subject }) });
  if (json) for (const deed of deeds) printJson(deed);
  else if (deeds.length === 0)
    print(`Nothing was done${subject === undefined ? '' : ` to ${oneLine(subject)}`} by hand.`);
  else
    print(
      table(
        deeds.map(({ at, actor, action, subject, reason }) => [
          ...[ago(at), oneLine(actor), action, oneLine(subject)],
          oneLine(reason ?? ''),
        ]),
        ['when', 'who', 'what', 'to', 'why'],
      ),
    );
}
