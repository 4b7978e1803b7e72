import type { FinalState } from '@nashra/pipeline';
import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.ts';

const STATES: readonly FinalState[] = ['indexed', 'known', 'read', 'dropped', 'quarantined'];

export function addReplay(program: Command): void {
  program
    .command('replay')
    .summary('send addresses that have ended through again')
    .description(
      'Sends addresses that have ended through again, oldest first. Without --yes it only shows which.',
    )
    .addOption(new Option('--state <states...>', 'where they ended').choices(STATES))
    .option('--reason <codes...>', 'why they ended: not_found, unexpected, http_403, …')
    .option('--publisher <slug>', 'only this publisher’s')
    .option('--address <addresses...>', 'only these')
    .addOption(
      new Option('--from <stage>', 'fetch asks the network again, parse reads the stored bytes')
        .choices(['fetch', 'parse'])
        .default('fetch'),
    )
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000_000), 1_000)
    .option(
      '--compare <n>',
      'with --from parse: read so many first and show what would change; 0 for none',
      wholeNumber(0, 10_000),
      20,
    )
    .option('--yes', 'do it; needs a filter')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { matched, totals, replayed, preview? }')
    .addHelpText(
      'after',
      `
Examples:
  nashra replay --state quarantined              what would be done
  nashra replay --state quarantined --yes        do it
  nashra replay --reason timeout connect --publisher hespress --yes
  nashra replay --state indexed --from parse                    what a newer extractor would change, field by field
  nashra replay --state indexed --from parse --limit 50000 --yes   read all again with it`,
    )
    .action(async (options) => (await import('../replay/run-replay.ts')).runReplay(options));
}
