import type { Redis } from 'ioredis';

/**
 * Has the commands of one turn of the event loop leave in one write. A batch that has come back from the database asks Redis for
 * each of its jobs; one by one each costs a system call here, and one more where it arrives.
 */
export function gatherWrites(redis: Redis): void {
  redis.on('connect', () => {
    const { stream } = redis;
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    let isGathering = false;
    const send = () => {
      isGathering = false;
      stream.uncork();
    };
    stream.write = (...args: unknown[]) => {
      if (!isGathering) {
        isGathering = true;
        stream.cork();
        process.nextTick(send);
      }
      return write(...args);
    };
  });
}
