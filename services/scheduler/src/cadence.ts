/** Says of each kind of work whether its time has come, and remembers when it was last said. */
export function createCadence<Work extends string>(
  everyMs: Readonly<Record<Work, number>>,
  now: () => number = Date.now,
): (work: Work) => boolean {
  const last = new Map<Work, number>();
  return (work) => {
    if (now() - (last.get(work) ?? 0) < everyMs[work]) return false;
    last.set(work, now());
    return true;
  };
}
