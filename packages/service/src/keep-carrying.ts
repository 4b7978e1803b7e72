import { type Carriers, carryOutNext } from '@nashra/pipeline';
import { keepDoing } from './keep-doing.ts';
import type { Service } from './service.ts';

/** Between two looks: somebody waits for the answer. */
const IDLE_MS = 400;
const FAILED_MS = 5_000;

/** Carries out what is asked for at the console, as far as this service can, until disposed. */
export function keepCarrying(
  { db, log }: Pick<Service, 'db' | 'log'>,
  carriers: Carriers,
): AsyncDisposable {
  return keepDoing(() =>
    carryOutNext(db, carriers).then(
      (hadOne) => (hadOne ? 0 : IDLE_MS),
      (err: unknown) => {
        log.warn({ err }, 'an errand failed');
        return FAILED_MS;
      },
    ),
  );
}
