import type { Command } from 'commander';
import { timeZone } from './time-zone.ts';
import { webAddress } from './web-address.ts';

export function addFeed(program: Command): void {
  program
    .command('feed')
    .summary('show what a feed or sitemap holds')
    .description(
      'Shows what a feed or sitemap holds, and what had to be repaired to read it. Needs no running system.',
    )
    .argument('<file|address>', 'a web address, a file, or - for standard input')
    .option('--json', 'print the whole feed, as one object')
    .option('--url <address>', 'where a file came from: what its links are relative to', webAddress)
    .option('--content-type <value>', 'what the server said of a file, for its charset')
    .option('--time-zone <name>', 'the publisher’s zone (IANA), for times without one', timeZone)
    .addHelpText(
      'after',
      `
Examples:
  nashra feed https://example.org/feed
  nashra feed saved.xml --url https://example.org/feed --json | jq '.entries[].address'`,
    )
    .action(async (what, options) => (await import('../feed/run-feed.ts')).runFeed(what, options));
}
