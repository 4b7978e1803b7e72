import type { PageFilter } from './pages.ts';
import { hostOf, instantOf, readQualifiers } from './qualifiers.ts';

const QUALIFIERS = ['publisher', 'host', 'since', 'until', 'held'];

/**
 * Reads `publisher:hespress host:a.ma since:7d until:2026-03-01 held:yes`: qualifiers in any order, values apart by commas, each at most once.
 * Empty text is no filter: everything fits it.
 *
 * @throws FilterError that names what is wrong
 */
export function readPageFilter(text: string, now = Date.now()): PageFilter {
  const { of } = readQualifiers(text, QUALIFIERS);
  return {
    publishers: of('publisher'),
    hosts: of('host').map(hostOf),
    since: instantOf('since', of('since'), now),
    until: instantOf('until', of('until'), now),
    isHeld: of('held', ['yes']).length > 0,
  };
}
