import { setTimeout as sleep } from 'node:timers/promises';
import type { BlobStore } from '@nashra/blobs';
import { findAddresses } from '@nashra/ledger';
import { type Arrived, arriveAll, isFinal, type Pipeline } from '@nashra/pipeline';
import type { Page } from './archived-page.ts';

/** Pages of ours that are on their way at one time: live news waits behind no more. */
const MOST_OPEN = 200;
const POLL_MS = 100;
/** So long an address is waited for that a stage works on; its later state may have been read by then. */
const BUSY_MS = 30_000;

/** Hands pages to the pipeline as fast as it reads them. */
export class Taker {
  readonly #pipeline: Pipeline;
  readonly #blobs: BlobStore;
  readonly #signal: AbortSignal;
  #open: number[] = [];

  constructor(pipeline: Pipeline, blobs: BlobStore, signal: AbortSignal) {
    this.#pipeline = pipeline;
    this.#blobs = blobs;
    this.#signal = signal;
  }

  /** In their order; null when the signal aborted before. Of one address the second waits until the first has been read. */
  async take(pages: readonly Page[]): Promise<readonly Arrived[] | null> {
    if (!(await this.#untilOpen(MOST_OPEN - pages.length))) return null;
    const arrived = [...(await this.#arrive(pages))];
    for (const started = Date.now(); Date.now() - started < BUSY_MS; ) {
      const busy = [...arrived.keys()].filter((at) => arrived[at]?.outcome === 'busy');
      if (busy.length === 0) break;
      if (!(await this.#pause())) return null;
      const again = await this.#arrive(busy.flatMap((at) => pages[at] ?? []));
      for (const [n, at] of busy.entries()) arrived[at] = again[n] as Arrived;
    }
    return arrived;
  }

  /** Until all that was taken in has ended; false when it was not waited for. */
  async settle(): Promise<boolean> {
    return await this.#untilOpen(0);
  }

  async #arrive(pages: readonly Page[]): Promise<readonly Arrived[]> {
    const arrived = await arriveAll(this.#pipeline, this.#blobs, pages);
    for (const { outcome, addressId } of arrived)
      if (outcome === 'entered' && addressId !== null) this.#open.push(addressId);
    return arrived;
  }

  async #untilOpen(most: number): Promise<boolean> {
    while (this.#open.length > most) {
      const rows = await findAddresses(this.#pipeline.db, { ids: this.#open });
      this.#open = rows.flatMap(({ id, state }) => (isFinal(state) ? [] : [id]));
      if (this.#open.length > most && !(await this.#pause())) return false;
    }
    return !this.#signal.aborted;
  }

  async #pause(): Promise<boolean> {
    await sleep(POLL_MS, undefined, { signal: this.#signal }).catch(() => {});
    return !this.#signal.aborted;
  }
}
