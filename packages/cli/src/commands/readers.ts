import type { Command } from 'commander';

export function addReaders(program: Command): void {
  const readers = program
    .command('readers')
    .summary('make logins for programs that read the database');
  readers
    .command('add')
    .summary('make a login that reads schema "reader" and nothing else')
    .argument('<name>', 'small letters, digits, underscores')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { login, url }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra readers add my_service\nThe password is shown once.',
    )
    .action(async (name, options) =>
      (await import('../readers/run-readers.ts')).runAdd(name, options),
    );
  readers
    .command('remove')
    .summary('drop such a login')
    .argument('<name>')
    .option('--because <text>', 'why, for the audit')
    .action(async (name, options) =>
      (await import('../readers/run-readers.ts')).runRemove(name, options),
    );
  readers
    .command('list')
    .summary('list such logins')
    .option('--json', 'print { login }, one a line')
    .action(async (options) => (await import('../readers/run-readers.ts')).runList(options));
}
