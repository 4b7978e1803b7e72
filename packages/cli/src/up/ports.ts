import { freePort } from '@nashra/stack';
import { setting } from '../system/setting.ts';

/** `ops` is the dashboards' own; every other one serves a service's health and metrics. */
export const PREFERRED_PORTS = {
  ops: 7100,
  scheduler: 7101,
  fetch: 7102,
  parse: 7103,
  dedupe: 7104,
  index: 7105,
  'ops-health': 7106,
} as const;

/** The newsroom's first; kept from start to start, so that the same publishers come back. */
export const NEWSROOM_PORT = 7200;

export type Ports = Readonly<Record<keyof typeof PREFERRED_PORTS, number>>;

/**
 * The usual ports, and free ones in place of those that are taken, or promised to a system whose services are only
 * just starting.
 */
export async function choosePorts(promised: readonly number[] = []): Promise<Ports> {
  const wanted = {
    ...PREFERRED_PORTS,
    ops: Number(setting('OPS_PORT')) || PREFERRED_PORTS.ops,
  };
  const chosen = new Map<string, number>();
  for (const [name, port] of Object.entries(wanted)) {
    let free = await freePort(port);
    while ([...chosen.values(), ...promised].includes(free)) free = await freePort();
    chosen.set(name, free);
  }
  return Object.fromEntries(chosen) as Ports;
}
