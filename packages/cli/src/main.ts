import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { EXIT } from './exit-codes.ts';
import { PROJECT } from './system/project.ts';

// What a command needs is loaded when it runs, and all of it faster the second time.
enableCompileCache(join(PROJECT, 'node_modules', '.cache', 'nashra'));
// Not before: what is imported at the head of this file is loaded without the cache.
const { reportError, runProgram } = await import('./run-program.ts');
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
