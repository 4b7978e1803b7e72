import { readSince } from '@nashra/dates';

/** Which failures are meant: all that fit every list that is not empty. */
export interface FailureFilter {
  readonly states: readonly ('dropped' | 'quarantined')[];
  readonly reasons: readonly string[];
  readonly hosts: readonly string[];
  readonly stages: readonly string[];
  readonly kinds: readonly string[];
  /** Keys of groups with one error. */
  readonly errors: readonly string[];
  readonly since: Date | null;
  /** What failed later is not meant; of no qualifier. */
  readonly until?: Date;
}

/** A filter that says nothing anybody understands. */
export class FilterError extends Error {
  override name = 'FilterError';
  readonly code = 'FILTER_UNFIT';
}

const QUALIFIERS = ['state', 'stage', 'reason', 'host', 'kind', 'error', 'since'];
const STAGES = ['fetch', 'parse', 'dedupe', 'index'];
const KINDS = ['article', 'feed', 'sitemap'];

/**
 * Reads `state:dropped stage:fetch reason:timeout,connect host:a.ma since:2h`: qualifiers in any order, values apart by commas, each at most
 * once. Empty text is no filter: everything fits it.
 *
 * @throws FilterError that names what is wrong
 */
export function readFailureFilter(text: string, now = Date.now()): FailureFilter {
  const said = new Map<string, string[]>();
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, name = '', values = ''] = /^(\w+):(.+)$/.exec(word) ?? [];
    if (!QUALIFIERS.includes(name))
      throw new FilterError(
        `"${word}" is none of ${QUALIFIERS.map((it) => `${it}:…`).join(', ')}.`,
      );
    if (said.has(name))
      throw new FilterError(`"${name}:" stands twice; put commas between values.`);
    said.set(name, values.split(',').filter(Boolean));
  }
  const of = (name: string, known?: readonly string[]): string[] => {
    const values = said.get(name) ?? [];
    const wrong = known && values.find((it) => !known.includes(it));
    if (wrong) throw new FilterError(`"${name}:${wrong}" is none of ${known.join(', ')}.`);
    return values;
  };
  return {
    states: of('state', ['dropped', 'quarantined']) as FailureFilter['states'],
    reasons: of('reason'),
    hosts: of('host').map((it) => it.toLowerCase()),
    stages: of('stage', STAGES),
    kinds: of('kind', KINDS),
    errors: of('error'),
    since: sinceOf(of('since'), now),
  };
}

function sinceOf([text, ...more]: readonly string[], now: number): Date | null {
  if (text === undefined) return null;
  const at = more.length > 0 ? null : readSince(text, now);
  if (!at)
    throw new FilterError(`"since:${text}" is no age like 2h or 3d, and no date like 2026-03-01.`);
  return at;
}
