import type { Signature } from '../signature/signature.ts';
import type { Credit } from './credit.ts';
import { type Dated, type FirstPublication, firstPublication } from './first-publication.ts';
import type { Habit } from './habit.ts';
import { kindOf, takenFrom, type VersionKind } from './taken.ts';

/** A text of a story, as one publisher has it. */
export interface Version extends Dated {
  readonly id: number;
  readonly publisherId: number;
  readonly signature: Signature;
  readonly credits: readonly Credit[];
  /** The agency's code where the publisher is one. */
  readonly agency?: string;
}

/** A version at its place in the chain. */
export interface Link {
  readonly id: number;
  readonly published: FirstPublication;
  /** After the first. */
  readonly delayMs: number;
  readonly kind: VersionKind;
  /** The parts of its text that stand in earlier versions, most first; nothing below a hundredth. */
  readonly taken: readonly { readonly from: number; readonly share: number }[];
  readonly credits: readonly Credit[];
}

/** A story's chain is read to so many versions. */
const MAX_VERSIONS = 200;
const NO_HABIT: Habit = { skewMs: 0, lagMs: 0, saysMidnight: false };

/**
 * Orders the versions of a story by who had it first, and says what each took from those before it. An agency
 * stands before those that credit it, as far as what is known of the times allows.
 * @param habits of publishers, by id (`habitOf`)
 */
export function chainOf(
  versions: readonly Version[],
  habits: ReadonlyMap<number, Habit> = new Map(),
): Link[] {
  const dated = versions.slice(0, MAX_VERSIONS).map((version) => {
    const others = versions.filter((other) => other !== version).map((other) => other.firstSeenAt);
    const othersSeenAt = others.length === 0 ? null : Math.min(...others);
    const habit = habits.get(version.publisherId) ?? NO_HABIT;
    return { version, published: firstPublication(version, habit, othersSeenAt) };
  });
  dated.sort(
    (a, b) =>
      a.published.at - b.published.at ||
      a.version.firstSeenAt - b.version.firstSeenAt ||
      a.version.id - b.version.id,
  );
  const ordered = agenciesFirst(dated);
  const first = ordered[0]?.published.at ?? 0;
  return ordered.map(({ version, published }, place) => {
    const { id, signature, credits } = version;
    const earlier = ordered
      .slice(0, place)
      .map((it) => ({ from: it.version.id, ...takenFrom(signature, it.version.signature) }))
      .sort((a, b) => b.taken - a.taken || b.kept - a.kept);
    const kind = kindOf(signature, earlier[0] ?? { taken: 0, kept: 0 });
    const taken = earlier.map(({ from, taken }) => ({
      from,
      share: Math.round(taken * 100) / 100,
    }));
    const delayMs = Math.max(0, published.at - first);
    return { id, published, delayMs, kind, taken: taken.filter(({ share }) => share > 0), credits };
  });
}

interface DatedVersion {
  readonly version: Version;
  readonly published: FirstPublication;
}

/** Moves an agency's version before the first that credits it, where the latter may have been later. */
function agenciesFirst(ordered: readonly DatedVersion[]): readonly DatedVersion[] {
  const chain = [...ordered];
  for (const own of ordered) {
    const { agency } = own.version;
    if (agency === undefined) continue;
    const at = chain.indexOf(own);
    const debtor = chain.findIndex(
      ({ version, published }, place) =>
        place < at &&
        published.to >= own.published.from &&
        version.credits.some((credit) => credit.agency === agency),
    );
    if (debtor < 0) continue;
    chain.splice(at, 1);
    chain.splice(debtor, 0, own);
  }
  return chain;
}
