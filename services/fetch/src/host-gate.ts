/**
 * Turns at a host within this process: who would be sent away because this very process has its share of the host in hand
 * waits here for a turn, at no cost to Redis. It only spares refusals: what holds across processes is asked there.
 */
export interface HostGate {
  /** Resolves when fewer than `concurrency` of the host are in hand here, or at once when too many stand in line. */
  enter(host: string, concurrency: number): Promise<void>;
  leave(host: string): void;
}

interface Turn {
  inHand: number;
  readonly line: (() => void)[];
}

/** At most `places` wait at all hosts together, so that a slow host never takes every place of the process. */
export function openHostGate(places: number): HostGate {
  const turns = new Map<string, Turn>();
  let standing = 0;
  return {
    async enter(host, concurrency) {
      const turn = turns.get(host) ?? { inHand: 0, line: [] };
      turns.set(host, turn);
      turn.inHand += 1;
      if (turn.inHand <= concurrency || standing >= places) return;
      standing += 1;
      await new Promise<void>((resolve) => turn.line.push(resolve));
      standing -= 1;
    },
    leave(host) {
      const turn = turns.get(host);
      if (!turn) return;
      turn.inHand -= 1;
      turn.line.shift()?.();
      if (turn.inHand === 0) turns.delete(host);
    },
  };
}
