import { ALIKE, overlap } from '../decision/overlap.ts';
import { type Signature, THIN_BODY } from '../signature/signature.ts';

/** The part of a text that stands in another, and the part of the other that stands in it; 0 to 1. */
export interface Taken {
  readonly taken: number;
  readonly kept: number;
}

/** What a text took from an earlier one, by three-word shingles. */
export function takenFrom(text: Signature, earlier: Signature): Taken {
  const of = ({ shingles, shingleLevel }: Signature) => ({
    members: shingles,
    level: shingleLevel,
  });
  const { shared, first, second } = overlap(of(text), of(earlier), 0, ALIKE);
  return { taken: first === 0 ? 0 : shared / first, kept: second === 0 ? 0 : shared / second };
}

/**
 * What a version is beside the earlier one it took most from. `original`: its own words; `part_of`: nothing but
 * a part of it; `title`: there is no text to compare.
 */
export type VersionKind = 'original' | 'copy' | 'edited' | 'extended' | 'part_of' | 'title';

export function kindOf(text: Signature, { taken, kept }: Taken): VersionKind {
  if (text.words < THIN_BODY) return 'title';
  if (taken < 0.15) return 'original';
  if (taken >= 0.8) return kept >= 0.8 ? 'copy' : 'part_of';
  return kept >= 0.8 ? 'extended' : 'edited';
}
