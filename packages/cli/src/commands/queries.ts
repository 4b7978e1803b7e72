import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

export function addQueries(program: Command): void {
  const queries = program
    .command('queries')
    .summary('keep questions that are held against every article as it comes');
  queries
    .command('add')
    .summary('keep a question, from now on')
    .argument('<name>', 'small letters, digits and hyphens')
    .argument('<question>', 'as search takes it: words, "phrases", -without, author:name')
    .option('--language <tag>', 'only articles of this language')
    .option('--publisher <slug>', 'only articles of this publisher')
    .option('--webhook <address>', 'send its matches there; the secret is printed once')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { query, secret? }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra queries add fuel "أسعار المحروقات" --webhook https://desk.example/hook',
    )
    .action(async (name, question, options) =>
      (await import('../queries/run-queries.ts')).runAdd(name, question, options),
    );
  queries
    .command('list')
    .summary('list them, with what they found and how their webhooks fare')
    .option('--json', 'print one object a line')
    .action(async (options) => (await import('../queries/run-queries.ts')).runList(options));
  queries
    .command('matches')
    .summary('list what a query found, the latest last')
    .argument('<name>')
    .option(
      '--after <seq>',
      'only what came after this',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      0,
    )
    .option('--json', 'print one object a line')
    .action(async (name, options) =>
      (await import('../queries/run-queries.ts')).runMatches(name, options),
    );
  queries
    .command('webhook')
    .summary('send the matches of a query to an address; also wakes one that was paused')
    .argument('<name>')
    .argument('[address]', 'none: send them nowhere any more')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { query, secret? }')
    .action(async (name, address, options) =>
      (await import('../queries/run-queries.ts')).runWebhook(name, address, options),
    );
  queries
    .command('remove')
    .summary('forget a question, what it found and its webhook')
    .argument('<name>')
    .option('--because <text>', 'why, for the audit')
    .action(async (name, options) =>
      (await import('../queries/run-queries.ts')).runRemove(name, options),
    );
}
