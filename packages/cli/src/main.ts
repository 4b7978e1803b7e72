import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { EXIT } from './exit-codes.ts';
import { reportError, runProgram } from './run-program.ts';
import { PROJECT } from './system/data-folder.ts';

// What a command needs is loaded when it runs, and loads faster the second time.
enableCompileCache(join(PROJECT, 'node_modules', '.cache', 'nashra'));
// Under a launcher: its channel tells us when it is gone, and must not keep us alive.
process.channel?.unref();
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});
// Node would print all that hangs on an error that nobody caught.
process.once('uncaughtException', async (error) => {
  await reportError(error);
  process.exit();
});

await runProgram(process.argv.slice(2));
