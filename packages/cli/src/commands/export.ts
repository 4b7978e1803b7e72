import { type Command, Option } from 'commander';
import { instant } from './instant.ts';
import { wholeNumber } from './whole-number.ts';

export function addExport(program: Command): void {
  program
    .command('export')
    .summary('write articles to files, for other tools')
    .description(
      'Writes articles in the order they came in: an object a line, as Nashra has them (ndjson) or as IPTC ninjs 3.0, Parquet files in a folder, or the pages they were read from as a WARC archive. Interrupted, the same command goes on where it was.',
    )
    .addOption(
      new Option('--format <format>', 'how they are written')
        .choices(['ndjson', 'ninjs', 'parquet', 'warc'])
        .default('ndjson'),
    )
    .option('--to <path>', 'a file, a folder for Parquet, "-" for standard output', '-')
    .option('--since <date>', 'published at or after', (text) => instant(text))
    .option('--until <date>', 'published before', (text) => instant(text))
    .option(
      '--after <id>',
      'only articles that came after this one',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--own', 'for yourself, as a copy to be kept: also what publishers let nobody be shown')
    .option('--json', 'print { rows, after, seq } when done')
    .addHelpText(
      'after',
      '\nExamples:\n  nashra export --format parquet --to news\n  nashra export --format warc --own --to all.warc.gz\n  nashra export --since 2026-03-01 | jq -r .title',
    )
    .action(async (options) => (await import('../export/run-export.ts')).runExport(options));
}
