import { explainError } from '../explain-error.ts';
import { type Check, fail } from './check.ts';

const PATIENCE_MS = 20_000;

/** Checks that have their own time, and whose end by an error is a finding like another: the rest goes on. */
export async function within(
  name: string,
  look: () => Promise<Check[]>,
  patienceMs = PATIENCE_MS,
): Promise<Check[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check[]>((resolve) => {
    const advice = 'It hangs or is under heavy load: see its own log, and ask again.';
    const found = `no answer in ${Math.round(patienceMs / 1_000)} s`;
    timer = setTimeout(() => resolve([fail(name, found, advice)]), patienceMs);
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    return [fail(name, 'cannot be looked at', explainError(error).line)];
  } finally {
    clearTimeout(timer);
  }
}
