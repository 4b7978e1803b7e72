import { EXIT, type ExitCode } from './exit-codes.ts';

/** An end that the person at the terminal can do something about; the message says what. */
export class CliError extends Error {
  override name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
