import { readEnv } from '@nashra/env';
import { blobsEnv, paceEnv, passingEnv, serviceEnv, storyEnv } from '@nashra/service';
import { z } from 'zod';

const ms = (initial: number) => z.coerce.number().int().min(1).default(initial);

const days = (initial: number) => z.coerce.number().int().min(1).default(initial);

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  ...blobsEnv,
  ...paceEnv,
  ...storyEnv,
  PASSING_RETRY_MS: passingEnv.PASSING_RETRY_MS,
  UNCONDITIONAL_MS: passingEnv.UNCONDITIONAL_MS,
  /** A permanent redirect of a feed is believed when it has been seen at every poll for this long. */
  REDIRECT_LEARN_MS: ms(7 * 86_400_000),
  /** A feed without an answer that counts for so long is dead: the front page is asked for another. */
  FEED_DEATH_MS: ms(3 * 86_400_000),
  /** Front pages are held against the feeds of their publishers this often; 0 for never. */
  FRONT_LOOK_MS: z.coerce.number().int().min(0).default(1_800_000),
  /**
   * Whether stories of one event in other words are told as topics. On judged pairs of one language the rule is right nine
   * times of ten only where it finds a fifth of them (docs/choices/0026): off, unless somebody wants that.
   */
  TOPICS: z.stringbool().default(false),
  /** Pages are looked at again, conditionally, so many hours after they became known; none for never. */
  RECHECK_HOURS: z
    .string()
    .default('1,24,168')
    .transform((list) => (list.trim() === '' ? [] : list.split(',').map(Number)))
    .pipe(z.array(z.number().positive().max(2_400)).max(10)),
  RECONCILE_MS: ms(5_000),
  /** An address that has not moved for this long is checked for a live job. */
  RECONCILE_GRACE_MS: ms(10_000),
  SWEEP_MS: ms(60_000),
  FETCH_LOG_DAYS: days(30),
  /** Steps of addresses are remembered this long. */
  JOURNAL_DAYS: days(90),
  /** Jobs that nobody could do are kept this long; their addresses keep their reason. */
  QUARANTINE_DAYS: days(90),
  /** How far back readers may follow changes; who comes later takes a snapshot. */
  CHANGE_DAYS: days(90),
  /** Bodies that no result depends on are kept this long. */
  ORPHAN_BLOB_HOURS: z.coerce.number().min(1).default(72),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
