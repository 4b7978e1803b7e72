import { FilterError, instantOf, readQualifiers } from './qualifiers.ts';
import { REASONS } from './reasons.ts';

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
  const of = readQualifiers(text, QUALIFIERS);
  return {
    states: of('state', ['dropped', 'quarantined']) as FailureFilter['states'],
    reasons: knownReasons(of('reason')),
    hosts: of('host').map((it) => it.toLowerCase()),
    stages: of('stage', STAGES),
    kinds: of('kind', KINDS),
    errors: of('error'),
    since: instantOf('since', of('since'), now),
  };
}

/** A misspelt reason would find nothing, which reads as if all were well. */
function knownReasons(codes: readonly string[]): readonly string[] {
  const wrong = codes.find((code) => !(Object.hasOwn(REASONS, code) || /^http_\d{3}$/.test(code)));
  if (wrong === undefined) return codes;
  const all = Object.keys(REASONS).join(', ');
  throw new FilterError(`"reason:${wrong}" is none of ${all} and http_<status>.`);
}
