import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

const toId = wholeNumber(1, Number.MAX_SAFE_INTEGER);
const toIds = (text: string, before: number[] = []): number[] => [...before, toId(text)];

export function addImages(program: Command): void {
  const images = program.command('images').summary('hide images from readers, show them again');
  images
    .command('list')
    .summary('list those that are hidden or reported, or all of an article')
    .argument('[article]', 'its id', toId)
    .option('--json', 'print one object a line')
    .action(async (article, options) =>
      (await import('../images/run-images.ts')).runList(article, options),
    );
  for (const [verb, summary] of [
    ['hide', 'hide images from readers'],
    ['show', 'show images again; reports hide them no more'],
  ] as const) {
    images
      .command(verb)
      .summary(summary)
      .argument('<images...>', 'their ids', toIds)
      .option('--because <text>', 'why, for the audit')
      .option('--json', 'print { image, state }, one a line')
      .addHelpText(
        'after',
        `\nExample:\n  nashra images ${verb} 873456123904 --because "by request"`,
      )
      .action(async (ids, options) =>
        (await import('../images/run-images.ts')).runTurn(verb, ids, options),
      );
  }
}
