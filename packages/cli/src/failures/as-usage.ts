import { FilterError } from '@nashra/ledger';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';

/** A filter that nobody understands is wrong usage; other errors stay what they are. */
export function asUsage(error: unknown): unknown {
  return error instanceof FilterError ? new CliError(error.message, EXIT.usage) : error;
}
