import type { SourceState } from '@nashra/db';
import type { Command } from 'commander';
import {
  addSourcesAdopt,
  addSourcesBackfill,
  addSourcesPoll,
  addSourcesRemove,
  addSourcesSet,
  addSourcesTest,
} from './sources-act.ts';
import { addSourcesAdd } from './sources-add.ts';
import { addSourcesExport, addSourcesImport } from './sources-files.ts';
import { addSourcesList } from './sources-list.ts';

export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .summary(
      'list, add, test, set, adopt, backfill, import, export, poll, pause, resume and remove publishers and feeds',
    )
    .description('Publishers and the feeds that are polled.');
  addSourcesList(sources);
  addSourcesAdd(sources);
  addSourcesImport(sources);
  addSourcesExport(sources);
  addStateCommand(sources, 'pause', 'paused', 'stop polling and fetching');
  addStateCommand(sources, 'resume', 'active', 'poll and fetch again');
  addSourcesPoll(sources);
  addSourcesRemove(sources);
  addSourcesTest(sources);
  addSourcesSet(sources);
  addSourcesAdopt(sources);
  addSourcesBackfill(sources);
}

function addStateCommand(sources: Command, name: string, state: SourceState, what: string): void {
  sources
    .command(name)
    .summary(`${what}: publishers by slug, feeds by address`)
    .argument('<what...>', 'slugs of publishers, or addresses of feeds')
    .addHelpText('after', `\nExample:\n  nashra sources ${name} hespress https://example.ma/feed`)
    .action(async (names) => (await import('../sources/set-state.ts')).runSetState(names, state));
}
