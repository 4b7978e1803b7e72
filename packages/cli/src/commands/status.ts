import type { Command } from 'commander';

export function addStatus(program: Command): void {
  program
    .command('status')
    .summary('count addresses, jobs and articles')
    .description('Counts addresses by state and reason, jobs by queue, and what was kept.')
    .option('--json', 'print one object: ledger, reasons, queues, publishers, feeds, articles, …')
    .addHelpText(
      'after',
      `
Examples:
  nashra status
  nashra status --json | jq .ledger`,
    )
    .action(async (options) => (await import('../status/run-status.ts')).runStatus(options));
}
