import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addReextract(program: Command): void {
  program
    .command('reextract')
    .summary('read kept pages again, with the extractor of now')
    .description(
      'Reads pages again from their kept bytes, without the network. Without --yes it reads some of them and shows what would change, field by field and host by host. With it, ten go, then a tenth, then all; it stops by itself when more than a fifth comes to nothing. What changes becomes a revision, told as a change of the pipeline and not of the source.',
    )
    .argument('<filter...>', 'which')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000_000), 200_000)
    .option('--rate <n>', 'at most so many a second', wholeNumber(1, 10_000))
    .option('--at-once', 'without phases')
    .option('--compare <n>', 'pages that are read and compared first', wholeNumber(0, 10_000), 100)
    .option('--yes', 'do it')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { matched, run, sent, preview? | state, stopped, phases }')
    .addHelpText(
      'after',
      `
A filter is words of the form publisher:hespress, host:a.ma, since:7d, until:2026-03-01 (first seen); all of them must fit.

Examples:
  nashra reextract publisher:hespress since:30d                    what would change
  nashra reextract since:2026-01-01 --yes --because "extractor 6"  read them again`,
    )
    .action(async (filter, options) =>
      (await import('../reextract/run-reextract.ts')).runReextract(filter, options),
    );
}
