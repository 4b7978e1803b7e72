import type { Command } from 'commander';

export function addSourcesList(sources: Command): void {
  sources
    .command('list')
    .summary('list feeds and how their polls went')
    .option('--publisher <slug>', 'only this publisher’s')
    .option('--failing', 'only those whose last poll gave no feed')
    .option('--json', 'print one object a feed, one a line')
    .addHelpText('after', '\nExample:\n  nashra sources list --failing')
    .action(async (options) => (await import('../sources/run-list.ts')).runList(options));
}
