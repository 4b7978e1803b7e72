import type { Command } from 'commander';
import { timeZone } from './time-zone.ts';
import { webAddress } from './web-address.ts';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .summary('read one page as an article')
    .description(
      'Reads one page as an article: title, authors, date, language, body. Needs no running system. Exits with 1 when the page is no article.',
    )
    .argument('<file|address>', 'a web address, a file, or - for standard input')
    .option('--json', 'print everything that was read, as one object')
    .option('--explain', 'show every block of the page, whether it was kept, and why')
    .option('--url <address>', 'where a file came from: what its links are relative to', webAddress)
    .option('--content-type <value>', 'what the server said of a file, for its charset')
    .option('--time-zone <name>', 'the publisher’s zone (IANA), for times without one', timeZone)
    .addHelpText(
      'after',
      `
Examples:
  nashra extract https://example.org/news/1
  nashra extract page.html --url https://example.org/news/1 --json
  curl -s https://example.org/news/1 | nashra extract - --explain`,
    )
    .action(async (what, options) =>
      (await import('../extract/run-extract.ts')).runExtract(what, options),
    );
}
