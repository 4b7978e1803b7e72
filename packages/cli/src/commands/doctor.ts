import type { Command } from 'commander';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('check versions, settings, Redis, the database, disk, feeds and services')
    .description(
      'Checks versions, the settings of all services, Redis and Postgres with their settings, clocks and room, the schema, disk, ports, services, and whether nearly all feeds fail at once, and says what to do. Exits with 1 when a check fails.',
    )
    .option('--json', 'print one object a check, one a line')
    .addHelpText('after', '\nExample:\n  nashra doctor')
    .action(async (options) => (await import('../doctor/run-doctor.ts')).runDoctor(options));
}
