import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

const FILTER = `
A filter is words of the form state:dropped, reason:timeout,http_403, host:a.ma, kind:feed, since:2h; all of them must fit.`;

export function addFailures(program: Command): void {
  program
    .command('failures')
    .summary('group what came to nothing by state, reason and host')
    .argument('[filter...]', 'which; all without one')
    .option('--limit <n>', 'groups shown', wholeNumber(1, 10_000), 50)
    .option('--json', 'print one group a line')
    .addHelpText('after', `${FILTER}\n\nExample:\n  nashra failures host:a.ma since:1d`)
    .action(async (filter, options) =>
      (await import('../failures/run-failures.ts')).runFailures(filter, options),
    );
  program
    .command('retry')
    .summary('send what came to nothing through again, in phases')
    .description(
      'Sends ten, then a tenth, then all; stops by itself when more than a fifth fails again. Without --yes it only shows what would go.',
    )
    .argument('<filter...>', 'which')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000_000), 200_000)
    .option('--at-once', 'without phases')
    .option('--yes', 'do it')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { matched, sent, stopped, phases }')
    .addHelpText(
      'after',
      `${FILTER}\n\nExample:\n  nashra retry host:a.ma reason:http_403 --yes --because "their firewall lets us in again"`,
    )
    .action(async (filter, options) =>
      (await import('../failures/run-failures.ts')).runRetry(filter, options),
    );
}
