import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addSourcesAdd(sources: Command): void {
  sources
    .command('add')
    .summary('add one feed')
    .description(
      'Adds one feed, after a look at it: title, language and site are taken from the feed unless said here.',
    )
    .argument('<address>', 'of the feed')
    .option('--publisher <slug>', 'whose it is; a new publisher unless the slug is known')
    .option('--name <name>', 'of a new publisher')
    .option('--language <tag>', 'of a new publisher, BCP 47: ar, fr, zgh')
    .option('--country <code>', 'of a new publisher, ISO 3166-1: MA, DZ, TN')
    .option('--time-zone <name>', 'of a new publisher, IANA', 'Africa/Casablanca')
    .option('--interval <seconds>', 'between two polls', wholeNumber(1, 2_592_000))
    .option('--no-check', 'believe without asking the feed')
    .option('--json', 'print { publisher, publishersAdded, feedsAdded }')
    .addHelpText(
      'after',
      `
Examples:
  nashra sources add https://example.ma/feed
  nashra sources add https://example.ma/sport/rss --publisher example-ma --interval 300`,
    )
    .action(async (address, options) =>
      (await import('../sources/run-add.ts')).runAdd(address, options),
    );
}
