import { freePort } from '@nashra/stack';
import { setting } from '../system/setting.ts';
import { SERVICES, type ServiceName } from './services.ts';

/** Services with a site of their own, whose name is that of its port. */
export const SITES = ['ops', 'portal', 'inbound'] as const;
type SiteName = (typeof SITES)[number];
type HealthPort = Exclude<ServiceName, SiteName> | `${SiteName}-health`;

const isSite = (name: ServiceName): name is SiteName => SITES.some((site) => site === name);

const FIRST_PORT = 7100;
const PORTAL_PORT = 7464;
const INBOUND_PORT = 7465;

/** `ops` is the dashboards' own, `portal` the reading site's, `inbound` where hubs call; every other one serves a service's health and metrics, in the order they start. */
export const PREFERRED_PORTS = {
  ops: FIRST_PORT,
  portal: PORTAL_PORT,
  inbound: INBOUND_PORT,
  ...(Object.fromEntries(
    SERVICES.map((name, at) => [healthPortOf(name), FIRST_PORT + 1 + at]),
  ) as Readonly<Record<HealthPort, number>>),
};

/** The name of the port of a service's health and metrics. */
export function healthPortOf(name: ServiceName): HealthPort {
  return isSite(name) ? `${name}-health` : name;
}

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
    portal: Number(setting('PORTAL_PORT')) || PREFERRED_PORTS.portal,
    inbound: Number(setting('INBOUND_PORT')) || PREFERRED_PORTS.inbound,
  };
  const chosen = new Map<string, number>();
  for (const [name, port] of Object.entries(wanted)) {
    let free = await freePort(port);
    while ([...chosen.values(), ...promised].includes(free)) free = await freePort();
    chosen.set(name, free);
  }
  return Object.fromEntries(chosen) as Ports;
}
