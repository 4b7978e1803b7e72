import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';
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

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    const { explainError } = await import('./explain-error.ts');
    const { line, exitCode } = explainError(error);
    process.stderr.write(`nashra: ${line}\n`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = exitCode;
  }
}
