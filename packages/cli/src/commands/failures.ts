import type { FailureVerb } from '@nashra/pipeline';
import type { Command } from 'commander';
import { wholeNumber } from './whole-number.ts';

const FILTER = `
A filter is words of the form state:dropped, stage:parse, host:a.ma, kind:feed,
reason:timeout,http_403, error:KEY, since:2h; all of them must fit.
!host:a.ma leaves out what fits it.`;

export function addFailures(program: Command): void {
  program
    .command('failures')
    .summary('group what came to nothing by stage, reason, host and error')
    .argument('[filter...]', 'which; all without one')
    .option('--limit <n>', 'groups shown', wholeNumber(1, 10_000), 50)
    .option('--json', 'print one group a line')
    .addHelpText('after', `${FILTER}\n\nExample:\n  nashra failures host:a.ma since:1d`)
    .action(async (filter, options) =>
      (await import('../failures/run-failures.ts')).runFailures(filter, options),
    );
  addVerb(program, 'retry', {
    summary: 'send what came to nothing through again, in phases',
    description:
      'Sends ten, then a tenth, then all; stops by itself when more than a fifth fails again. Without --yes it only shows how many would go.',
    example:
      'nashra retry host:a.ma reason:http_403 --yes --because "their firewall lets us in again"',
  });
  addVerb(program, 'discard', {
    summary: 'set failures aside: not shown, and not looked at again',
    description:
      'They keep their state and reason, and return when they fail anew. Without --yes it only shows how many.',
    example: 'nashra discard host:a.ma reason:not_found --yes --because "they closed that section"',
  });
  addVerb(program, 'quarantine', {
    summary: 'hold dropped addresses for a person: nothing looks at them again by itself',
    description: 'Without --yes it only shows how many.',
    example: 'nashra quarantine host:a.ma --yes --because "asked to stay away until Monday"',
  });
  addRuns(program);
}

interface Told {
  readonly summary: string;
  readonly description: string;
  readonly example: string;
}

function addVerb(program: Command, verb: FailureVerb, told: Told): void {
  const command = program
    .command(verb)
    .summary(told.summary)
    .description(`${told.description} "nashra runs" shows, stops and takes back what was begun.`)
    .argument('<filter...>', 'which')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 1_000_000), 200_000)
    .option('--rate <n>', 'at most so many a second', wholeNumber(1, 10_000));
  if (verb === 'retry') command.option('--at-once', 'without phases');
  command
    .option('--yes', 'do it')
    .option('--because <text>', 'why, for the audit')
    .option('--json', 'print { run, matched, sent, state, stopped, phases }')
    .addHelpText('after', `${FILTER}\n\nExample:\n  ${told.example}`)
    .action(async (filter, options) =>
      (await import('../failures/run-bulk.ts')).runBulk(verb, filter, options),
    );
}

function addRuns(program: Command): void {
  const runs = program
    .command('runs')
    .summary('show, pause, stop and take back what was done to many at once')
    .description('Without a command it lists them, the latest first.')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 10_000), 20)
    .option('--json', 'print one run a line')
    .addHelpText('after', '\nExample:\n  nashra runs --limit 5')
    .action(async (options) => (await import('../failures/run-runs.ts')).runRuns(options));
  runs
    .command('show')
    .summary('show one, phase by phase')
    .argument('<id>', 'of the run', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--json', 'print the run')
    .addHelpText('after', '\nExample:\n  nashra runs show 873456123904')
    .action(async (id, _, command) =>
      (await import('../failures/run-runs.ts')).runShowRun(id, command.optsWithGlobals()),
    );
  for (const [wanted, summary] of [
    ['pause', 'have one rest'],
    ['resume', 'have one that rests go on'],
    ['abort', 'stop one; what was sent goes on'],
    ['undo', 'take one back, as far as nothing has begun'],
  ] as const)
    runs
      .command(wanted)
      .summary(summary)
      .argument('<id>', 'of the run', wholeNumber(1, Number.MAX_SAFE_INTEGER))
      .option('--because <text>', 'why, for the audit')
      .option('--json', 'print the run')
      .addHelpText('after', `\nExample:\n  nashra runs ${wanted} 873456123904`)
      .action(async (id, _, command) =>
        (await import('../failures/run-runs.ts')).runAskOfRun(
          id,
          wanted,
          command.optsWithGlobals(),
        ),
      );
}
