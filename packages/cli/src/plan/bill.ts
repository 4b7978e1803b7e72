import type { Plan } from './plan.ts';

/** A month of each, in any money: what a seller asks is to be put in. */
export interface Prices {
  readonly core: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  readonly blobGiB: number;
}

/** Round figures of large sellers' list prices, without discounts. */
export const USUAL_PRICES: Prices = { core: 20, memoryGiB: 3, diskGiB: 0.1, blobGiB: 0.023 };

/** Machines as sellers cut them: cores and GiB. */
const CLASSES = [
  { name: 'small', cores: 2, memoryGiB: 8 },
  { name: 'medium', cores: 4, memoryGiB: 16 },
  { name: 'large', cores: 8, memoryGiB: 32 },
  { name: 'huge', cores: 32, memoryGiB: 128 },
] as const;

export interface Machines {
  readonly what: 'services' | 'postgres' | 'redis';
  readonly name: string;
  readonly count: number;
  readonly perMonth: number;
}

export interface Bill {
  readonly machines: readonly Machines[];
  readonly diskPerMonth: number;
  readonly blobsPerMonth: number;
  readonly perMonth: number;
}

/** What a plan costs a month: the machines that bear it, its disks and its blobs. */
export function billOf(plan: Plan, prices: Prices): Bill {
  const services = {
    cores: plan.programs.reduce((sum, it) => sum + it.cores, 0),
    memoryGiB: plan.programs.reduce((sum, it) => sum + it.memoryGiB, 0),
  };
  const machines = [
    machinesFor('services', services, prices),
    machinesFor('postgres', plan.postgres, prices),
    machinesFor('redis', plan.redis, prices),
  ];
  const diskPerMonth = plan.postgres.diskGiB * prices.diskGiB;
  const blobsPerMonth = plan.blobsGiB * prices.blobGiB;
  const perMonth = machines.reduce((sum, it) => sum + it.perMonth, diskPerMonth + blobsPerMonth);
  return { machines, diskPerMonth, blobsPerMonth, perMonth };
}

/** The smallest machine that bears it, or as many of the largest as it takes. */
function machinesFor(
  what: Machines['what'],
  { cores, memoryGiB }: { readonly cores: number; readonly memoryGiB: number },
  prices: Prices,
): Machines {
  const fitting = CLASSES.find((it) => it.cores >= cores && it.memoryGiB >= memoryGiB);
  const machine = fitting ?? CLASSES[CLASSES.length - 1] ?? CLASSES[0];
  const count = Math.max(
    1,
    Math.ceil(cores / machine.cores),
    Math.ceil(memoryGiB / machine.memoryGiB),
  );
  const perMonth = count * (machine.cores * prices.core + machine.memoryGiB * prices.memoryGiB);
  return { what, name: machine.name, count, perMonth };
}
