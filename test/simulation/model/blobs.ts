import { createHash } from 'node:crypto';
import type { BlobStore } from '@nashra/blobs';
import { EnvironmentError } from '@nashra/errors';
import { processNamed } from '../world/world.ts';

/** Bytes under their sha256, which the store may lose. */
export async function openBlobs(name: string): Promise<BlobStore> {
  const process = processNamed(name);
  const { world } = process;
  const unreachable = () => new EnvironmentError('s3: SlowDown');
  const reach = (what: string) => process.reach(what, world.troubles.blobLost, unreachable);
  return {
    requireRoom() {},
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await reach('put');
      if (world.random.chance(world.troubles.blobLoss)) {
        world.note('blobs', 'loses', sha256.slice(0, 8));
        world.blobs.delete(sha256);
      } else world.blobs.set(sha256, Buffer.from(bytes));
      return { sha256, bytes: bytes.length };
    },
    async get(sha256) {
      await reach('get');
      return world.blobs.get(sha256) ?? null;
    },
    async has(sha256) {
      await reach('has');
      return world.blobs.has(sha256);
    },
    async headBeside() {
      return null;
    },
    async keepHead() {},
    async list() {
      return [];
    },
    async delete(sha256) {
      await reach('delete');
      world.blobs.delete(sha256);
    },
  };
}
