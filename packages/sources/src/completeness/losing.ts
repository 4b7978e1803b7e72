/** What became of the latest addresses that a feed showed. */
export interface Fates {
  /** How many are looked at: the last that have come to an end. */
  readonly ended: number;
  /** Those of them that came to nothing, though no rule of the web says so. */
  readonly lost: number;
}

/** The last so many are looked at. */
export const LATEST = 10;
const LEAST = 6;

/** Whether what a feed shows is lost on its way: a layout that changed, a gate, a server that answers with something else. */
export function isLosing({ ended, lost }: Fates): boolean {
  return ended <= LATEST && lost >= LEAST;
}
