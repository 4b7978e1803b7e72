import type { StartService } from '@nashra/stack';
import { audit } from './audit/audit.ts';
import type { Finding } from './audit/audited.ts';
import { type Beginning, beginningOf } from './conformance/beginning.ts';
import { Follower } from './follower.ts';
import { drain } from './pump.ts';
import { prepare } from './scenario.ts';
import { settle } from './settle.ts';
import { type ServiceName, System } from './system.ts';
import { liveIn } from './world/globals.ts';
import { CALM } from './world/troubles.ts';
import { enterWorld, World } from './world/world.ts';

export interface Lived {
  readonly seed: number;
  /** What is not as it should be; empty where all holds. */
  readonly findings: readonly Finding[];
  readonly simulatedMs: number;
  readonly trace: readonly string[];
}

/** Lives one world from its seed to its end, and looks at what has become of it. */
export async function runSeed(
  seed: number,
  services: ReadonlyMap<ServiceName, StartService>,
  { traced = false }: { readonly traced?: boolean } = {},
): Promise<Lived> {
  const world = new World(seed, { traced });
  const findings = await live(world, services);
  return { seed, findings, simulatedMs: world.clock.elapsedMs, trace: world.trace ?? [] };
}

/** Lives a world whose transactions come one after another, with all that was done to rows written down. */
export async function recordSeed(seed: number, services: ReadonlyMap<ServiceName, StartService>) {
  const world = new World(seed, { recorded: true });
  let first: Beginning | undefined;
  await live(world, services, () => {
    first = beginningOf(world);
  });
  return { world, first: first as Beginning };
}

async function live(
  world: World,
  services: ReadonlyMap<ServiceName, StartService>,
  onPrepared = () => {},
): Promise<Finding[]> {
  enterWorld(world);
  liveIn(world);
  try {
    const scenario = prepare(world);
    const { settings, processes, late, lastsMs } = scenario;
    onPrepared();
    const system = new System(world, services, settings);
    for (const [name, count] of processes) {
      const start = () => {
        for (let n = 0; n < count; n += 1) system.start(name);
      };
      if (late?.name === name) world.clock.after(late.afterMs, start);
      else start();
    }
    const follower = new Follower(world);
    disturb(world, lastsMs);
    await drain(world.clock, () => world.clock.elapsedMs >= lastsMs);
    world.troubles = CALM;
    world.note('world', 'is well from here on');
    const settled = await settle(world);
    follower.ask();
    return audit({ ...scenario, world, system, follower, settled });
  } finally {
    for (const process of world.processes.values()) {
      process.onDeath.clear();
      process.alive = false;
    }
    liveIn(null);
    enterWorld(null);
  }
}

/** What befalls servers as a whole, at some moments. */
function disturb(world: World, lastsMs: number): void {
  const { clock, random, troubles } = world;
  const some = (times: number, what: () => void) => {
    for (let n = 0; n < times; n += 1) clock.after(random.next() * lastsMs, what);
  };
  some(troubles.flushes, () => {
    world.note('redis', 'is empty');
    world.redis.flush();
  });
  some(troubles.outages, () => {
    const site = random.pick([...world.web.sites.values()]);
    site.downUntil = clock.now + random.spread(5_000, 60_000);
    world.note(site.host, 'is down');
  });
  some(troubles.dbCrashes, () => {
    // What is written down stays done: a commit that is lost would have to be taken back elsewhere too.
    const share = random.next();
    const lost = world.store.crash(world.recorder ? 1 : share);
    world.note('postgres', `crashes, ${lost} commits are lost`);
  });
}
