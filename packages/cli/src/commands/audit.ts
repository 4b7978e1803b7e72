import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('show who did what, and why, the latest first')
    .option('--subject <what>', 'done to this alone: a slug, an address, a filter')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 10_000), 50)
    .option('--json', 'print one deed a line')
    .addHelpText('after', '\nExample:\n  nashra audit --subject hespress')
    .action(async (options) => (await import('../audit/run-audit.ts')).runAudit(options));
}
