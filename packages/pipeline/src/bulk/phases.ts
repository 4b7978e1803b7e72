export const FIRST = 10;
const SHARE = 10;
/** With more than a fifth failing again, the cause still stands. */
const FAILING = 0.2;

/** From and to of each phase: ten, a tenth, all. */
export function phasesOf(count: number, isWhole: boolean): [number, number][] {
  const ends = isWhole ? [] : [FIRST, FIRST + Math.ceil(count / SHARE)].filter((it) => it < count);
  const bounds = [0, ...ends, count];
  return bounds.slice(1).map((to, at): [number, number] => [bounds[at] ?? 0, to]);
}

/** What follows from how those of a phase have ended so far. */
export function verdictOf(
  sent: number,
  { ended, failed }: { readonly ended: number; readonly failed: number },
): 'failing' | 'next' | 'wait' {
  if (failed > FAILING * sent) return 'failing';
  return ended >= sent ? 'next' : 'wait';
}
