import { VERSION } from '@nashra/env';
import { Command } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addBlobs } from './commands/blobs.ts';
import { addCompletion } from './commands/completion.ts';
import { addDedupe } from './commands/dedupe.ts';
import { addDesk } from './commands/desk.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addExtract } from './commands/extract.ts';
import { addFailures } from './commands/failures.ts';
import { addFeed } from './commands/feed.ts';
import { addGuard } from './commands/guard.ts';
import { addImages } from './commands/images.ts';
import { addImport } from './commands/import.ts';
import { addIngest } from './commands/ingest.ts';
import { addMcp } from './commands/mcp.ts';
import { addMigrate } from './commands/migrate.ts';
import { addPlan } from './commands/plan.ts';
import { addQueries } from './commands/queries.ts';
import { addReaders } from './commands/readers.ts';
import { addReextract } from './commands/reextract.ts';
import { addRemove } from './commands/remove.ts';
import { addReplay } from './commands/replay.ts';
import { addShow } from './commands/show.ts';
import { addSources } from './commands/sources.ts';
import { addStatus } from './commands/status.ts';
import { addSyndicate } from './commands/syndicate.ts';
import { addUp } from './commands/up.ts';
import { addUsers } from './commands/users.ts';
import { EXIT_HELP } from './exit-codes.ts';
import { plainText } from './output/print.ts';

/** The command line, command by command. */
export function createProgram(): Command {
  const program = new Command('nashra')
    .description('Nashra reads the news of many publishers into one database.')
    .version(VERSION, '-V, --version', 'print the version and end')
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      commandDescription: (command) => command.description() || sentence(command.summary()),
    })
    .addHelpText(
      'after',
      `
Commands find a running system by DATABASE_URL and REDIS_URL, or the one "nashra up" started here.
When "npm start" and "npm run demo" both run it is that of "npm start"; NASHRA_DATA=.nashra/demo names the other.
${EXIT_HELP}`,
    )
    .exitOverride()
    // Arguments come back in what it says of them.
    .configureOutput({ writeErr: (text) => process.stderr.write(plainText(text)) });
  addUp(program);
  addStatus(program);
  addSources(program);
  addIngest(program);
  addShow(program);
  addFailures(program);
  addGuard(program);
  addAudit(program);
  addReplay(program);
  addReextract(program);
  addDedupe(program);
  addImages(program);
  addRemove(program);
  addDesk(program);
  addUsers(program);
  addReaders(program);
  addQueries(program);
  addImport(program);
  addExport(program);
  addSyndicate(program);
  addMcp(program);
  addPlan(program);
  addExtract(program);
  addFeed(program);
  addBlobs(program);
  addMigrate(program);
  addDoctor(program);
  addCompletion(program);
  hint(program, 'nashra', 'all there is');
  return program;
}

/** After a mistake: where that very command is explained. */
function hint(command: Command, path: string, what = 'how it is used'): void {
  command.showHelpAfterError(`("${path} --help" shows ${what})`);
  for (const it of command.commands) hint(it, `${path} ${it.name()}`);
}

function sentence(text: string): string {
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
