import type { Command } from 'commander';

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
