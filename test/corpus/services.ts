import { fileURLToPath } from 'node:url';
import { way } from '@nashra/pipeline';
import { freePort, type Supervisor, superviseServices } from '@nashra/stack';

export const STAGES = ['scheduler', ...way.map((stage) => stage.name)] as const;

export interface Services {
  readonly supervisor: Supervisor;
  /** CPU seconds so far and resident memory now, by service. */
  usage(): Promise<Map<string, { cpuSeconds: number; mib: number }>>;
}

/** The five stages as supervised processes, as `nashra up` runs them. */
export async function startStages(
  env: Readonly<Record<string, string>>,
  logDir: string,
): Promise<Services> {
  const ports = new Map<string, number>();
  for (const name of STAGES) ports.set(name, await freePort());
  const specs = STAGES.map((name) => ({
    name,
    main: fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url)),
    env: { ...env, PORT: String(ports.get(name)), LOG_LEVEL: 'info' },
  }));
  const supervisor = superviseServices(specs, { logDir });
  return {
    supervisor,
    async usage() {
      const entries = STAGES.map(async (name) => {
        const response = await fetch(`http://127.0.0.1:${ports.get(name)}/metrics`);
        const text = await response.text();
        const mib = metric(text, 'process_resident_memory_bytes') / 2 ** 20;
        return [name, { cpuSeconds: metric(text, 'process_cpu_seconds_total'), mib }] as const;
      });
      const settled = await Promise.allSettled(entries);
      return new Map(settled.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])));
    },
  };
}

function metric(text: string, name: string): number {
  const line = text
    .split('\n')
    .find((it) => it.startsWith(`${name}{`) || it.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? Number.NaN);
}
