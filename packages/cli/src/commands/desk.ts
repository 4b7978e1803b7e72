import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.ts';

const FIELDS = ['title', 'body', 'authors', 'date'];
const toId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

export function addDesk(program: Command): void {
  const desk = program
    .command('desk')
    .summary('answer what the extractor is not sure of; take authors and publishers down');
  desk
    .command('list', { isDefault: true })
    .summary('fields of the latest articles that nobody is sure of, the least sure first')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000), 50)
    .option('--json', 'print one object a line')
    .action(async (options) => (await import('../desk/run-desk.ts')).runList(options));
  desk
    .command('answer')
    .summary('say what a page says of a field; without a value, that what was read is right')
    .argument('<article>', 'its id', toId)
    .addArgument(desk.createArgument('<field>', 'which').choices(FIELDS))
    .argument('[value]', 'as you read the page; "" where it says nothing of the kind')
    .option('--because <text>', 'why, for the audit')
    .addHelpText('after', '\nExample:\n  nashra desk answer 873456123904 title "Rain over Azrou"')
    .action(async (article, field, value, options) =>
      (await import('../desk/run-desk.ts')).runAnswer(article, field, value, options),
    );
  desk
    .command('export')
    .summary('print what people answered as cases for tests, one object a line')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000_000), 100_000)
    .action(async (options) => (await import('../desk/run-desk.ts')).runExport(options));
  desk
    .command('take-down')
    .summary('show no article of an author or a publisher any more, and take none in again')
    .description(
      'Takes down what is there, with a tombstone that readers of changes are told of, and refuses what comes. A publisher is paused as well. "nashra desk lift" takes it back.',
    )
    .addOption(new Option('--author <name>', 'wherever he writes, or at --publisher alone'))
    .option('--publisher <slug>', 'all of it, or of the author there')
    .requiredOption('--because <text>', 'why, for the audit')
    .option('--json', 'print { takedown }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra desk take-down --author "Nora Field" --because "she asked for it"',
    )
    .action(async (options) => (await import('../desk/run-desk.ts')).runTakeDown(options));
  desk
    .command('takedowns')
    .summary('who is taken down, the latest first')
    .option('--json', 'print one object a line')
    .action(async (options) => (await import('../desk/run-desk.ts')).runTakedowns(options));
  desk
    .command('lift')
    .summary('lift a takedown: what went down with it comes back')
    .argument('<takedown>', 'its id', toId)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { takedown }')
    .action(async (id, options) => (await import('../desk/run-desk.ts')).runLift(id, options));
}
