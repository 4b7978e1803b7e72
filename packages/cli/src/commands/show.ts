import type { Command } from 'commander';

export function addShow(program: Command): void {
  program
    .command('show')
    .summary('tell the journey of one address')
    .description(
      'Tells where an address stands and why, every step it took, and every request for it, failed ones too. Exits with 1 when the ledger does not know it.',
    )
    .argument('<address|id>', 'however it is spelt; or the id of an address or an article')
    .option('--json', 'print everything, as one object')
    .addHelpText(
      'after',
      `
Examples:
  nashra show https://example.ma/news/1
  nashra show 873456123904 --json | jq .steps`,
    )
    .action(async (what, options) => (await import('../show/run-show.ts')).runShow(what, options));
}
