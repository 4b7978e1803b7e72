export interface Sum {
  readonly lived: number;
  readonly holding: number;
  readonly simulatedMs: number;
  readonly cpuMs: number;
}

/** Two lines: what it cost, and how many hold; the second is what scripts read. */
export function summaryOf({ lived, holding, simulatedMs, cpuMs }: Sum): string[] {
  const hours = simulatedMs / 3_600_000;
  return [
    `${hours.toFixed(2)} h of traffic in ${(cpuMs / 1_000).toFixed(2)} s of CPU`,
    `${holding} of ${lived} seeds hold`,
  ];
}

/** The same read back from what a process printed. */
export function readSummary(text: string): Sum | null {
  const cost = /^([\d.]+) h of traffic in ([\d.]+) s of CPU$/m.exec(text);
  const held = /^(\d+) of (\d+) seeds hold$/m.exec(text);
  if (!cost || !held) return null;
  const [hours, seconds] = cost.slice(1).map(Number);
  const [holding, lived] = held.slice(1).map(Number);
  return {
    lived: lived ?? 0,
    holding: holding ?? 0,
    simulatedMs: (hours ?? 0) * 3_600_000,
    cpuMs: (seconds ?? 0) * 1_000,
  };
}
