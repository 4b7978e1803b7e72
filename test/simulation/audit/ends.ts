import type { AddressRow } from '../model/rows.ts';
import type { Fate } from '../world/site.ts';

/** As what a page may end, once the web is well; state and reason. */
export const ENDS: Readonly<Record<Fate, readonly string[]>> = {
  good: ['indexed', 'known unchanged', 'known not_modified', 'known copy'],
  alias: ['indexed', 'known unchanged', 'known not_modified', 'known copy'],
  moved: ['indexed', 'known unchanged', 'known not_modified', 'known copy'],
  gone: ['dropped gone'],
  missing: ['dropped not_found'],
  forbidden: ['dropped http_403'],
  denied: ['dropped robots_denied'],
  barred: ['dropped robots_denied'],
  poison: ['quarantined unexpected'],
  unwritable: ['quarantined poison_row'],
};

export const endOf = ({ state, reason }: AddressRow): string =>
  reason === null ? `${state}` : `${state} ${reason}`;
