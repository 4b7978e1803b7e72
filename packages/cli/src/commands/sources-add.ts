import { type Command, InvalidArgumentError } from 'commander';
import { ACCESS_HELP, addAccessOptions } from './access-options.ts';
import { timeZone } from './time-zone.ts';
import { wholeNumber } from './whole-number.ts';

export function addSourcesAdd(sources: Command): void {
  const add = sources
    .command('add')
    .summary('add a feed, or what a home page has')
    .description(
      'Adds one feed, after a look at it: title, language and site are taken from the feed unless said here. Of a home page it shows the feeds and sitemaps that the page and robots.txt name, with their first articles, to choose from; a single one is added. Where a site has none, a page of headlines (its front page, or a section) is read as if it were a feed.',
    )
    .argument('<address>', 'of the feed, of a home page, or of a page of headlines');
  addAccessOptions(add)
    .option('--choose <numbers>', 'of what a home page has: 1 or 1,3', numbers)
    .option('--page', 'read the headlines of this page, though its site may have a feed')
    .option('--publisher <slug>', 'whose it is; a new publisher unless the slug is known')
    .option('--name <name>', 'of a new publisher')
    .option('--language <tag>', 'of a new publisher, BCP 47: ar, fr, zgh')
    .option('--country <code>', 'of a new publisher, ISO 3166-1: MA, DZ, TN')
    .option('--time-zone <name>', 'of a new publisher, IANA', timeZone, 'Africa/Casablanca')
    .option('--interval <seconds>', 'between two polls', wholeNumber(1, 2_592_000))
    .option('--no-check', 'believe without asking the feed')
    .option(
      '--json',
      'print { publisher, publishersAdded, feedsAdded }, or one object a feed that was found',
    )
    .addHelpText(
      'after',
      `${ACCESS_HELP}

Examples:
  nashra sources add https://example.ma/feed
  nashra sources add https://example.ma/
  nashra sources add https://example.ma/latest-news --page
  nashra sources add https://example.ma/sport/rss --publisher example-ma --interval 300`,
    )
    .action(async (address, options) =>
      (await import('../sources/run-add.ts')).runAdd(address, options),
    );
}

function numbers(text: string): number[] {
  const values = text.split(',').map(Number);
  if (values.every((it) => Number.isInteger(it) && it > 0)) return values;
  throw new InvalidArgumentError('numbers from the list are wanted, as 1,3');
}
