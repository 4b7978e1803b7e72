import { type Command, Option } from 'commander';
import { timeZone } from './time-zone.ts';

export function addSourcesImport(sources: Command): void {
  sources
    .command('import')
    .summary('add the feeds of an OPML file or a catalog')
    .description(
      'Adds the feeds of an OPML file, of a catalog (*.json), or of the catalog that comes with Nashra. Importing again changes nothing, and what cannot be imported is told.',
    )
    .argument('[file]', 'OPML, or a catalog (*.json)')
    .option('--catalog', 'the catalog that comes with Nashra, in the place of a file')
    .option('--time-zone <name>', 'of publishers from OPML, IANA', timeZone, 'Africa/Casablanca')
    .option(
      '--json',
      'print { publishersAdded, publishersChanged, feedsAdded, leftOut: [{ what, why }] }',
    )
    .addHelpText(
      'after',
      `
Examples:
  nashra sources import subscriptions.opml --time-zone Africa/Tunis
  nashra sources import --catalog`,
    )
    .action(async (file, options) =>
      (await import('../sources/run-import.ts')).runImport(file, options),
    );
}

export function addSourcesExport(sources: Command): void {
  sources
    .command('export')
    .summary('write all publishers and feeds as OPML or as a catalog')
    .addOption(
      new Option('--format <format>', 'opml for feed readers, json for nashra itself')
        .choices(['opml', 'json'])
        .default('opml'),
    )
    .option('-o, --output <file>', 'write there instead of standard output')
    .addHelpText('after', '\nExample:\n  nashra sources export --format json -o sources.json')
    .action(async (options) => (await import('../sources/run-export.ts')).runExport(options));
}
