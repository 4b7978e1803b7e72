import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

const toId = wholeNumber(1, Number.MAX_SAFE_INTEGER);
const toIds = (text: string, before: number[] = []): number[] => [...before, toId(text)];

export function addRemove(program: Command): void {
  program
    .command('remove')
    .summary('take articles down: no reader sees them any more')
    .description(
      'Takes articles down: no view shows them, readers are told, and their ids stay known so that they do not come back. Kept pages and revisions stay.',
    )
    .argument('<articles...>', 'their ids', toIds)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { article, state }, one a line')
    .addHelpText('after', '\nExample:\n  nashra remove 873456123904 --because "a court’s order"')
    .action(async (ids, options) =>
      (await import('../remove/run-remove.ts')).runRemove('remove', ids, options),
    );
  program
    .command('restore')
    .summary('show articles again that were taken down')
    .argument('<articles...>', 'their ids', toIds)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { article, state }, one a line')
    .action(async (ids, options) =>
      (await import('../remove/run-remove.ts')).runRemove('restore', ids, options),
    );
}
