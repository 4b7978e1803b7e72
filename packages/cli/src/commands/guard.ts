import type { Command } from 'commander';

const VERBS = [
  ['go-on', 'let a publisher go on: learn anew what its pages are like, read again what was held'],
  ['hold', 'hold all that comes from a publisher from now on'],
  ['off', 'look away: nothing of it is watched or held any more'],
] as const;

export function addGuard(program: Command): void {
  const guard = program
    .command('guard')
    .summary('see publishers whose pages are not what they were, hold them or let them go on');
  guard
    .command('list', { isDefault: true })
    .summary('those that are held, off, or were told of in the last days')
    .option('--json', 'print one object a line')
    .action(async (options) => (await import('../guard/run-guard.ts')).runList(options));
  guard
    .command('show')
    .summary('what has changed of the pages of one')
    .argument('<publisher>', 'its slug')
    .option('--json', 'print one object')
    .action(async (publisher, options) =>
      (await import('../guard/run-guard.ts')).runShow(publisher, options),
    );
  for (const [verb, summary] of VERBS) {
    guard
      .command(verb)
      .summary(summary)
      .argument('<publisher>', 'its slug')
      .option('--because <text>', 'why, for the audit')
      .option('--json', 'print { publisher, state, run }')
      .addHelpText(
        'after',
        `\nExample:\n  nashra guard ${verb} hespress --because "a new design, and it is read well"`,
      )
      .action(async (publisher, options) =>
        (await import('../guard/run-guard.ts')).runVerb(verb, publisher, options),
      );
  }
}
