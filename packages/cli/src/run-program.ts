import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';

/** Runs one command line, without `node` and the file; the outcome is `process.exitCode`. */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      return;
    }
    const { explainError } = await import('./explain-error.ts');
    const { line, exitCode } = explainError(error);
    process.stderr.write(`nashra: ${line}\n`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = exitCode;
  }
}
