import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('bring the database to the newest schema')
    .description(
      'Brings the database to the newest schema. Safe to run at any time, and by several at once.',
    )
    .option('--wait <seconds>', 'migrate nothing: wait until another has', wholeNumber(1, 86_400))
    .option('--json', 'print { applied: [names] }')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://me@db/nashra nashra migrate')
    .action(async (options) => (await import('../migrate/run-migrate.ts')).runMigrate(options));
}
