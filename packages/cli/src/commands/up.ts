import type { Command } from 'commander';

export function addUp(program: Command): void {
  program
    .command('up')
    .summary('start everything on this machine')
    .description(
      'Starts Postgres and Redis, or uses those of DATABASE_URL and REDIS_URL, brings the database up to date, loads the catalog, and runs all services until Ctrl-C.',
    )
    .option(
      '--newsroom',
      'with a sample newsroom on loopback instead of the catalog; needs no internet',
    )
    .option('--together', 'all services in one process: less memory, one core')
    .option(
      '--data <folder>',
      'where everything is kept; NASHRA_DATA, else .nashra in the project, .nashra/demo with --newsroom',
    )
    .addHelpText(
      'after',
      `
Variables:
  DATABASE_URL, REDIS_URL    servers to use instead of embedded ones
  OPS_USER, OPS_PASSWORD     the dashboards' login; made up at the first start otherwise
  OPS_PORT                   where the dashboards listen, 7100

Examples:
  nashra up --newsroom
  DATABASE_URL=postgres://me@db/nashra REDIS_URL=redis://cache nashra up`,
    )
    .action(async (options) => (await import('../up/run-up.ts')).runUp(options));
}
