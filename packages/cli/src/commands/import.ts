import type { Command } from 'commander';
import { timeZone } from './time-zone.ts';

export function addImport(program: Command): void {
  const imports = program
    .command('import')
    .summary('take in pages that nobody fetched')
    .description('Takes in pages of archives or files. Nothing is fetched for them.');
  imports
    .command('warc')
    .summary('take in the pages of WARC archives')
    .description(
      'Takes in the pages of WARC archives (ISO 28500, gzip or not; those of Common Crawl News, wget, Heritrix, "nashra export"), each at the time of its capture. Live news goes first. Interrupted, the same command goes on where it was; done again, it adds nothing.',
    )
    .argument('<file...>', 'archives')
    .option(
      '--state <folder>',
      'where it is kept how far an import is; beside the file when absent',
    )
    .option('--time-zone <name>', 'of publishers that are new, IANA', timeZone, 'Africa/Casablanca')
    .option('--json', 'print a line a file: { file, records, entered, known, leftOut: { why: n } }')
    .addHelpText('after', '\nExample:\n  nashra import warc CC-NEWS-*.warc.gz')
    .action(async (files, options) =>
      (await import('../import/run-import.ts')).runImportWarc(files, options),
    );
  imports
    .command('files')
    .alias('folder')
    .summary('take in the HTML files of a folder')
    .description(
      'Takes in the HTML files of a folder and of those within, each at the time of its last change. With --base their paths are those below that address; without it each page says its own (canonical, og:url, or where a browser saved it from).',
    )
    .argument('<folder>', 'of pages')
    .option('--base <address>', 'the address that the folder stands for')
    .option(
      '--state <folder>',
      'where it is kept how far an import is; beside the folder when absent',
    )
    .option('--time-zone <name>', 'of publishers that are new, IANA', timeZone, 'Africa/Casablanca')
    .option('--json', 'print { file, records, entered, known, leftOut: { why: n } }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra import files mirror/example.ma --base https://example.ma/',
    )
    .action(async (folder, options) =>
      (await import('../import/run-import.ts')).runImportFiles(folder, options),
    );
}
