import { nearest } from '@nashra/text';
import { FilterError, hostOf, instantOf, meant, readQualifiers, type Said } from './qualifiers.ts';
import { REASONS } from './reasons.ts';

/** Values of each kind; an empty list says nothing. */
interface Lists {
  readonly states: readonly ('dropped' | 'quarantined')[];
  readonly reasons: readonly string[];
  readonly hosts: readonly string[];
  readonly stages: readonly string[];
  readonly kinds: readonly string[];
  /** Keys of groups with one error. */
  readonly errors: readonly string[];
}

/** Which failures are meant: all that fit every list that is not empty. */
export interface FailureFilter extends Lists {
  readonly since: Date | null;
  /** What failed later is not meant; of no qualifier. */
  readonly until?: Date;
  /** What fits one of these is left out. */
  readonly not?: Lists;
}

const LISTS = ['state', 'stage', 'reason', 'host', 'kind', 'error'];
const QUALIFIERS = [...LISTS, 'since'];
const STATES = ['dropped', 'quarantined'];
const STAGES = ['fetch', 'parse', 'dedupe', 'index'];
const KINDS = ['article', 'feed', 'sitemap'];

/**
 * Reads `state:dropped stage:fetch reason:timeout,connect host:a.ma -kind:feed since:2h`: qualifiers in any order, values apart by
 * commas, each at most once; a minus before one leaves out what fits it. Empty text is no filter: everything fits it.
 *
 * @throws FilterError that names what is wrong
 */
export function readFailureFilter(text: string, now = Date.now()): FailureFilter {
  const { of, not } = readQualifiers(text, QUALIFIERS, { refusable: LISTS, guess });
  const leftOut = listsOf(not);
  const isAny = Object.values(leftOut).some((it) => it.length > 0);
  return {
    ...listsOf(of),
    since: instantOf('since', of('since'), now),
    ...(isAny && { not: leftOut }),
  };
}

function listsOf(said: Said): Lists {
  return {
    states: said('state', STATES) as Lists['states'],
    reasons: said('reason').map(knownReason),
    hosts: said('host').map(hostOf),
    stages: said('stage', STAGES),
    kinds: said('kind', KINDS),
    errors: said('error').map(errorKey),
  };
}

/** A misspelt reason would find nothing, which reads as if all were well. */
function knownReason(text: string): string {
  const code = text.toLowerCase();
  if (isReason(code)) return code;
  const codes = Object.keys(REASONS);
  const like = /^\D*([1-5]\d\d)$/.exec(code);
  const likely = like ? `http_${like[1]}` : nearest(code, codes);
  throw new FilterError(
    `"reason:${text}" is none of ${codes.join(', ')} and http_<status>.${meant(likely)}`,
  );
}

const isReason = (code: string) => Object.hasOwn(REASONS, code) || /^http_\d{3}$/.test(code);

function errorKey(text: string): string {
  const key = text.toLowerCase();
  if (/^[0-9a-f]{8}$/.test(key)) return key;
  throw new FilterError(`"error:${text}" is no error of a group: those are like error:0a1b2c3d.`);
}

/** Which qualifier was left out before a word that stands alone. */
function guess(word: string): string | null {
  const lower = word.toLowerCase();
  if (STATES.includes(lower)) return `state:${lower}`;
  if (STAGES.includes(lower)) return `stage:${lower}`;
  if (KINDS.includes(lower)) return `kind:${lower}`;
  if (isReason(lower)) return `reason:${lower}`;
  return /^[^\s:]+\.[^\s:.]{2,}$/.test(lower) ? `host:${lower}` : null;
}
