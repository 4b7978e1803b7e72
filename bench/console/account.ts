import { cpuOfTree } from '@nashra/testkit';
import type { Servers } from '../pipeline/servers.ts';

/** What processes have used since it was opened, less what they use while nothing is asked of them. */
export interface Account {
  /** Until now nothing has been asked. */
  endIdle(): void;
  /** All services but the servers are about to be killed; their successors begin at nothing. */
  kill(): void;
  /** CPU ms of each, for one of so many. */
  close(count: number): Record<string, number>;
}

export function openAccount(
  names: readonly string[],
  pidOf: (name: string) => number,
  { postgres, redis }: Pick<Servers, 'postgres' | 'redis'>,
): Account {
  const look = () => ({
    at: performance.now(),
    cpu: new Map([
      ...names.map((name) => [name, cpuOfTree(pidOf(name))] as const),
      ['postgres', cpuOfTree(postgres.pid)] as const,
      ['redis', cpuOfTree(redis.pid)] as const,
    ]),
  });
  const opened = look();
  let began = opened;
  const lived = new Map<string, number>();
  return {
    endIdle() {
      began = look();
    },
    kill() {
      const { cpu } = look();
      for (const name of names) lived.set(name, cpu.get(name) ?? 0);
    },
    close(count) {
      const { at, cpu } = look();
      const idleShare = (at - began.at) / (began.at - opened.at);
      return Object.fromEntries(
        [...cpu].map(([name, is]) => {
          const was = began.cpu.get(name) ?? 0;
          const idle = idleShare * (was - (opened.cpu.get(name) ?? 0));
          return [name, Math.max(0, is + (lived.get(name) ?? 0) - was - idle) / count];
        }),
      );
    },
  };
}
