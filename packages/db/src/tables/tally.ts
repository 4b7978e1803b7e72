/** Counts as a sum of what was added and taken away; folded into few rows now and then. */
export interface TallyTable {
  what: string;
  n: number;
}
