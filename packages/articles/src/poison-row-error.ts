import { PipelineError } from '@nashra/errors';

/** The database refuses the row itself: no retry will change that. */
export class PoisonRowError extends PipelineError {
  override name = 'PoisonRowError';
  readonly code = 'POISON_ROW';
  readonly retry = 'never';
}

/** Classes 22 (data exception), 23 (integrity) and 54 (a limit of the program) name the row's fault. */
export function asPoison(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !/^(22|23|54)/.test(code)) return error;
  return new PoisonRowError(error instanceof Error ? error.message : code, { cause: error });
}
