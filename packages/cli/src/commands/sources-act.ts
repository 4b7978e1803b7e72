import { type Command, Option } from 'commander';
import { ACCESS_HELP, addAccessOptions, repeated } from './access-options.ts';
import { wholeNumber } from './whole-number.ts';

const WHAT = 'slugs of publishers, or addresses of feeds';

export function addSourcesPoll(sources: Command): void {
  sources
    .command('poll')
    .summary('make feeds due now, however long they were to rest')
    .argument('<what...>', WHAT)
    .option('--json', 'print { source, feeds }, one a line')
    .addHelpText('after', '\nExample:\n  nashra sources poll hespress')
    .action(async (names, options) =>
      (await import('../sources/run-poll.ts')).runPoll(names, options),
    );
}

export function addSourcesRemove(sources: Command): void {
  sources
    .command('remove')
    .summary('poll feeds no more; what came from them stays')
    .description(
      'Removes one feed, or all feeds of a publisher, who then rests. Articles stay. The audit keeps what was removed.',
    )
    .argument('<what...>', WHAT)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { source, feeds }, one a line')
    .addHelpText('after', '\nExample:\n  nashra sources remove https://example.ma/feed')
    .action(async (names, options) =>
      (await import('../sources/run-remove.ts')).runRemove(names, options),
    );
}

export function addSourcesBackfill(sources: Command): void {
  sources
    .command('backfill')
    .summary('enter what the older pages of a feed list')
    .description(
      'Reads the older pages of a feed one after another, at its host’s pace: its archives (RFC 5005), its next pages, those of WordPress by their numbers. What they list is fetched behind all news; what is known stays as it is. Done again, it adds nothing.',
    )
    .argument('<feed>', 'its address')
    .option('--pages <n>', 'older pages at the most', wholeNumber(1, 10_000), 20)
    .option('--json', 'print { feed, pages, entries, entered }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra sources backfill https://example.ma/feed --pages 50',
    )
    .action(async (what, options) =>
      (await import('../sources/run-backfill.ts')).runBackfill(what, options),
    );
}

export function addSourcesAdopt(sources: Command): void {
  sources
    .command('adopt')
    .summary('give a dead feed the address that its front page names')
    .description(
      'When a feed has died (410, or days without an answer) the front page of its publisher is asked for other feeds; "sources list" shows them. This takes one: what the feed found stays its own, the audit keeps where it was, and "sources set --address" brings it back.',
    )
    .argument('<feed>', 'its address')
    .option(
      '--choose <number>',
      'of several, as "sources list --json" has them',
      wholeNumber(1, 100),
      1,
    )
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { source, was }')
    .addHelpText('after', '\nExample:\n  nashra sources adopt https://example.ma/old-feed')
    .action(async (what, options) =>
      (await import('../sources/run-adopt.ts')).runAdopt(what, options),
    );
}

export function addSourcesTest(sources: Command): void {
  const test = sources
    .command('test')
    .summary('show what an address gives as a source, and add nothing')
    .description(
      'Reads a feed, or finds those of a home page, and shows what they hold. Needs no running system.',
    )
    .argument('<address>', 'of a feed, a sitemap, a home page or a page of headlines');
  addAccessOptions(test)
    .option('--page', 'read the headlines of this page, though its site may have a feed')
    .option(
      '--json',
      'print { address, by, title, format, entries, sitemaps, warnings, first }, one a line',
    )
    .addHelpText('after', '\nExample:\n  nashra sources test https://example.ma/')
    .action(async (address, options) =>
      (await import('../sources/run-test.ts')).runTest(address, options),
    );
}

export function addSourcesSet(sources: Command): void {
  const set = sources
    .command('set')
    .summary('change a feed, what a source is asked with, or how much of a publisher is shown')
    .description(
      'Changes one feed and has it polled now; or, of a feed or a publisher, what its servers are asked with; or, of a publisher, how much of its articles may be shown to readers. With another address what it found stays its own; the audit keeps what was before, and the same command brings it back.',
    )
    .argument(
      '<source>',
      'the address of a feed; for --display the slug of a publisher; for what it is asked with either',
    );
  addAccessOptions(set)
    .option('--as-usual', 'ask it as everybody is asked')
    .option('--undo', 'ask it as before the last change')
    .addOption(
      new Option('--display <much>', 'of a publisher: may be shown').choices([
        'full',
        'summary',
        'headline',
      ]),
    )
    .addOption(
      repeated(
        '--block <rule>',
        'entries not to be fetched: address:/sport/*, title:words, category:Sport',
      ),
    )
    .addOption(repeated('--keep <rule>', 'fetch only entries that one of these fits'))
    .option('--no-rules', 'fetch all that it lists')
    .option('--address <address>', 'where it is now')
    .option('--interval <seconds>', 'between two polls', wholeNumber(1, 2_592_000))
    .option('--title <title>', 'of the section')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { source, … }')
    .addHelpText(
      'after',
      `${ACCESS_HELP}

Examples:
  nashra sources set https://example.ma/rss --address https://example.ma/feed --because moved
  nashra sources set example-ma --header 'Cookie: env:SOURCE_EXAMPLE_COOKIE'
  nashra sources set example-ma --undo
  nashra sources set example-ma --block address:/sport/ --block category:Horoscope`,
    )
    .action(async (what, options) => (await import('../sources/run-set.ts')).runSet(what, options));
}
