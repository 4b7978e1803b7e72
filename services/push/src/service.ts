import { runTask } from '@nashra/db';
import { createPoster, optionsOf } from '@nashra/http';
import { asReader, newestSeq } from '@nashra/reader';
import { type Overrides, openService, type RunningService } from '@nashra/service';
import { matching } from '@nashra/subscriptions';
import type { Config } from './config.ts';
import { keepMatching } from './keep-matching.ts';
import { keepSending } from './keep-sending.ts';

/** Holds saved queries against articles as they come, and sends what they find. */
export async function createPush(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('push', config, { poolSize: 3 }, overrides));
  const { db, log } = service;
  const poster = open.use(createPoster(optionsOf(config)));
  const sending = open.use(
    keepSending({
      db,
      poster,
      log,
      concurrency: config.WEBHOOK_CONCURRENCY,
      retryMs: config.WEBHOOK_RETRY_MS,
      tries: config.WEBHOOK_TRIES,
    }),
  );
  const reader = asReader(db, config.DATABASE_URL.reveal());
  open.use(
    keepMatching({
      reader,
      log,
      newest: () => newestSeq(reader),
      match: () => runTask(db, matching),
      onMatched: sending.wake,
    }),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
