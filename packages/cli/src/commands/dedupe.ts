import type { Command } from 'commander';
import { instant } from './instant.ts';
import { wholeNumber } from './whole-number.ts';

const toId = wholeNumber(1, Number.MAX_SAFE_INTEGER);
const toInstant = (text: string): Date => instant(text);
const toIds = (text: string, before: number[] = []): number[] => [...before, toId(text)];

export function addDedupe(program: Command): void {
  const dedupe = program
    .command('dedupe')
    .summary('ask about stories, merge them, take them apart');
  dedupe
    .command('explain')
    .summary('say why two articles are one story, or are not')
    .description(
      'Weighs two articles against each other and says what spoke for one story and against it, strongest first, and what was decided when they came.',
    )
    .argument('<article>', 'its id', toId)
    .argument('<other>', 'its id', toId)
    .option('--json', 'print everything, as one object')
    .addHelpText('after', '\nExample:\n  nashra dedupe explain 873456123904 873456127001')
    .action(async (first, second, options) =>
      (await import('../dedupe/run-explain.ts')).runExplain(first, second, options),
    );
  dedupe
    .command('replay')
    .summary('decide again what an earlier rule decided')
    .description(
      'Decides articles of the last days again that an earlier version of the rule decided, and shows which would move to another story. What people decided stays.',
    )
    .requiredOption(
      '--since <when>',
      'articles that came since then: 2026-03-01, 12h, 3d',
      toInstant,
    )
    .option('--until <when>', 'and before then', toInstant)
    .option('--window-hours <n>', 'as STORY_WINDOW_HOURS of dedupe', wholeNumber(1, 240), 72)
    .option('--memory-days <n>', 'as STORY_MEMORY_DAYS of dedupe', wholeNumber(3, 60), 7)
    .option('--yes', 'do it')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { rule, decided, unsigned, moves, settled }')
    .addHelpText(
      'after',
      '\nExamples:\n  nashra dedupe replay --since 3d           what would change\n  nashra dedupe replay --since 3d --yes     do it',
    )
    .action(async ({ windowHours, memoryDays, ...options }) =>
      (await import('../dedupe/run-replay.ts')).runReplay({
        until: new Date(),
        ...options,
        windowHours,
        memoryDays,
      }),
    );
  dedupe
    .command('merge')
    .summary('tell two stories as one')
    .description(
      'Moves the articles of one story into another. The emptied story stays and says where it went; no rule undoes it.',
    )
    .argument('<story>', 'the story to be emptied', toId)
    .argument('<into>', 'the story that tells both', toId)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { from, into, moved }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra dedupe merge 873456123905 873456127002 --because "one fire"',
    )
    .action(async (from, into, options) =>
      (await import('../dedupe/run-move.ts')).runMerge(from, into, options),
    );
  dedupe
    .command('split')
    .summary('take articles out of the story they share')
    .description('Tells articles of one story in a new one. No rule undoes it.')
    .argument('<articles...>', 'their ids', toIds)
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { storyId, moved }')
    .addHelpText('after', '\nExample:\n  nashra dedupe split 873456123904 --because "another town"')
    .action(async (articles, options) =>
      (await import('../dedupe/run-move.ts')).runSplit(articles, options),
    );
}
