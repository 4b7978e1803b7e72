import type { FeedHealth } from '@nashra/sources';
import { type Command, Option } from 'commander';

/** Here too, so that none but a command that runs loads their package. */
const HEALTH = [
  'failing',
  'late',
  'shaky',
  'empty',
  'overflowing',
  'silent',
  'incomplete',
  'new',
  'ok',
  'paused',
] as const satisfies readonly FeedHealth[];

export function addSourcesList(sources: Command): void {
  sources
    .command('list')
    .summary('list feeds and how their polls went')
    .option('--publisher <slug>', 'only this publisher’s')
    .option('--failing', 'only those whose last poll gave no feed')
    .addOption(new Option('--health <words...>', 'only those of such health').choices(HEALTH))
    .option('--json', 'print one object a feed, one a line')
    .addHelpText(
      'after',
      '\nExamples:\n  nashra sources list --failing\n  nashra sources list --health silent',
    )
    .action(async (options) => (await import('../sources/run-list.ts')).runList(options));
}
