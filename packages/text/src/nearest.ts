/** The one of some words that was likely meant: at most a third of its letters are others, and no more than `most`. */
export function nearest(
  word: string,
  known: Iterable<string>,
  most: number = Number.POSITIVE_INFINITY,
): string | null {
  const meant = bare(word);
  if (meant.length < 2) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const it of known) {
    const other = bare(it);
    const bound = Math.min(most, Math.max(1, Math.floor(Math.max(meant.length, other.length) / 3)));
    if (Math.abs(other.length - meant.length) > bound) continue;
    const steps = stepsBetween(meant, other);
    if (steps <= bound && steps < least) [best, least] = [it, steps];
  }
  return best;
}

const LONGEST = 60;
/** Case and what parts words are no difference worth a suggestion less. */
const bare = (text: string) =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** Letters to put in, take out, change or swap with their neighbour. */
function stepsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let steps = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + Number(!isSame),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] as number) + 1);
      row.push(steps);
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
