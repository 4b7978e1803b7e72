import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addPlan(program: Command): void {
  program
    .command('plan')
    .summary('reckon what so many articles a day need')
    .description(
      'Reckons processes, cores, memory, disk, network and a monthly bill from what one article was measured to cost. Needs no running system.',
    )
    .requiredOption('--articles-per-day <n>', 'articles a day', wholeNumber(1, 1_000_000_000))
    .option(
      '--retention <days>',
      'how long articles and their bytes stay',
      wholeNumber(1, 36_500),
      365,
    )
    .option('--peak <n>', 'how much busier the busiest hour is than the mean one', peak, 3)
    .option(
      '--prices <list>',
      'a month of each: core=20,memoryGiB=3,diskGiB=0.1,blobGiB=0.023',
      prices,
    )
    .option('--json', 'print one object: wish, programs, postgres, redis, total, bill, …')
    .addHelpText(
      'after',
      `
Machines are small (2 cores, 8 GiB), medium (4, 16), large (8, 32), huge (32, 128). docs/capacity.md says what is reckoned, and how
near it comes.

Examples:
  nashra plan --articles-per-day 50000
  nashra plan --articles-per-day 1000000 --retention 90 --json | jq .total`,
    )
    .action(async (options) => (await import('../plan/run-plan.ts')).runPlan(options));
}

function peak(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 100))
    throw new InvalidArgumentError('a number from 1 to 100 is wanted');
  return value;
}

const NAMES = ['core', 'memoryGiB', 'diskGiB', 'blobGiB'];

function prices(text: string): Record<string, number> {
  const pairs = text.split(',').map((pair) => {
    const [name = '', price = ''] = pair.split('=').map((it) => it.trim());
    if (!NAMES.includes(name) || price === '' || !(Number(price) >= 0))
      throw new InvalidArgumentError(`name=price is wanted, of ${NAMES.join(', ')}`);
    return [name, Number(price)] as const;
  });
  return Object.fromEntries(pairs);
}
