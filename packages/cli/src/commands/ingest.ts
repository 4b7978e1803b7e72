import type { Command } from 'commander';
import { timeZone } from './time-zone.ts';
import { wholeNumber } from './whole-number.ts';

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .summary('send pages through the running pipeline and watch them pass')
    .description(
      'Sends pages through the running pipeline, shows every stage as it passes, and the article at the end. Exits with 1 when one of them ends without an article.',
    )
    .argument('<address...>', 'of pages; - reads them from standard input, one a line')
    .option('--json', 'print a line a step, then the article')
    .option('--timeout <seconds>', 'how long to watch', wholeNumber(1, 86_400), 120)
    .option('--time-zone <name>', 'of publishers that are new, IANA', timeZone, 'Africa/Casablanca')
    .addHelpText(
      'after',
      `
Examples:
  nashra ingest https://example.ma/news/1
  nashra ingest https://example.ma/news/1 --json | tail -1 | jq -r .body
  nashra ingest - < addresses.txt`,
    )
    .action(async (addresses, options) =>
      (await import('../ingest/run-ingest.ts')).runIngest(addresses, options),
    );
}
