import { FetchError } from './fetch-error.ts';
import type { RawHeaders } from './headers.ts';

/**
 * RFC 9112 §6.3: an answer whose end could be read in two ways is an error, not a guess. Lengths that are equal count as one.
 */
export function checkFraming(raw: RawHeaders): void {
  const lengths = new Set(
    [raw['content-length'] ?? []].flat().flatMap((value) => value.split(/, */)),
  );
  // RFC 9112 §7: `identity` is a coding no more, and says nothing where a server still names it.
  const codings = [raw['transfer-encoding'] ?? []]
    .flat()
    .flatMap((value) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .join(', ');
  if (lengths.size > 1) throw new FetchError('PROTOCOL', 'two lengths that differ');
  if (codings === '') return;
  if (lengths.size > 0) throw new FetchError('PROTOCOL', 'a length and a transfer coding');
  if (codings !== 'chunked')
    throw new FetchError('PROTOCOL', `transfer coding ${JSON.stringify(codings)}`);
}
