import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { setting } from './system/setting.ts';

/** Runs one command line, without `node` and the file; the outcome is `process.exitCode`. */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      return;
    }
    await reportError(error);
  }
}

/** Says on stderr what went wrong, in a line; with DEBUG also where. Passwords are in neither. */
export async function reportError(error: unknown): Promise<void> {
  const { explainError } = await import('./explain-error.ts');
  const { errorText, maskSecrets } = await import('@nashra/log');
  const { note, plainText } = await import('./output/print.ts');
  const { line, exitCode } = explainError(error);
  note(`nashra: ${plainText(maskSecrets(line))}`);
  if (setting('DEBUG')) note(plainText(errorText(error)));
  process.exitCode = exitCode;
}
