import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.ts';

/** What a list can be narrowed by, and a question or a story cannot. */
const OF_LISTS = ['country', 'section', 'author', 'onePerStory'];

export function addSyndicate(program: Command): void {
  program
    .command('syndicate')
    .summary('print a feed of the latest articles, as RSS or JSON Feed')
    .addOption(new Option('--format <format>').choices(['rss', 'json']).default('rss'))
    .option('--publisher <slug>', 'of one publisher')
    .option('--country <code>', 'of the publishers of a country')
    .option('--section <name>', 'of a section')
    .option('--author <name>', 'of an author')
    .option('--language <tag>', 'of a language')
    .addOption(
      new Option('--story <id>', 'of a story, instead of all these')
        .argParser(wholeNumber(1, Number.MAX_SAFE_INTEGER))
        .conflicts([...OF_LISTS, 'publisher', 'language', 'search']),
    )
    .addOption(
      new Option(
        '--search <question>',
        'of what answers a question; with --publisher and --language alone',
      ).conflicts(OF_LISTS),
    )
    .option('--one-per-story', 'of each story the latest alone')
    .option('--limit <n>', 'how many', wholeNumber(1, 500), 50)
    .addHelpText('after', '\nExample:\n  nashra syndicate --publisher hespress > hespress.xml')
    .action(async (options) => (await import('../export/run-syndicate.ts')).runSyndicate(options));
}
