import { print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { billOf, type Prices, USUAL_PRICES } from './bill.ts';
import { type Plan, plan } from './plan.ts';

export interface PlanOptions {
  readonly articlesPerDay: number;
  readonly retention: number;
  readonly peak: number;
  readonly prices?: Partial<Prices>;
  readonly json?: true;
}

export function runPlan({ articlesPerDay, retention, peak, prices, json }: PlanOptions): void {
  const made = plan({ articlesPerDay, retentionDays: retention, peak });
  const bill = billOf(made, { ...USUAL_PRICES, ...prices });
  if (json) printJson({ ...made, bill });
  else say(made, bill);
}

function say(made: Plan, bill: ReturnType<typeof billOf>): void {
  const { postgres, redis, total } = made;
  print(`${tell(made.peakPerSecond)} articles a second in the busiest hour.\n`);
  print(
    table(
      [
        ...made.programs.map((it) => [it.name, it.processes, tell(it.cores), tell(it.memoryGiB)]),
        ['postgres', 1, tell(postgres.cores), tell(postgres.memoryGiB)],
        ['redis', 1, tell(redis.cores), tell(redis.memoryGiB)],
        ['together', '', tell(total.cores), tell(total.memoryGiB)],
      ],
      ['', 'processes', 'cores', 'GiB of memory'],
    ),
  );
  print(`
Postgres  ${tell(postgres.diskGiB)} GiB on disk after ${made.wish.retentionDays} days, ${tell(postgres.walMiBPerSecond)} MiB of log and ${tell(postgres.writesPerSecond)} writes a second
Blobs     ${tell(made.blobsGiB)} GiB
Network   ${tell(made.networkMbitPerSecond)} Mbit a second from publishers
`);
  print(machines(bill.machines));
  print(
    `\nA month: ${tell(bill.perMonth)}, disk ${tell(bill.diskPerMonth)} and blobs ${tell(bill.blobsPerMonth)} included, at the prices given (--help).`,
  );
  for (const line of made.notes) print(`\n${line}`);
}

function machines(all: ReturnType<typeof billOf>['machines']): string {
  const rows = all.map((it) => [it.what, it.count, it.name, tell(it.perMonth)]);
  return table(rows, ['machines for', 'count', 'class', 'a month']);
}

/** Two figures say enough of what is reckoned. */
const tell = (value: number): string =>
  value >= 10 ? Math.round(value).toLocaleString('en') : value.toPrecision(2);
