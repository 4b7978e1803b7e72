import { type CleanText, cleanText } from '@nashra/text';

/** So deep no form and no body of an API goes. */
const MOST_DEPTH = 16;

/** Something nested deeper than anything we take. */
export class TooDeepError extends Error {
  override name = 'TooDeepError';
  readonly statusCode = 400;
}

/**
 * A body, a query or parameters of a request, every text in them across the border: what stands in rows, logs and pages
 * afterwards is well-formed and without controls, whichever route takes it. Texts that say who asks stay as they are: they are compared,
 * and kept nowhere.
 *
 * @throws TooDeepError
 */
export function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value) satisfies CleanText;
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return value;
  if (depth === MOST_DEPTH) throw new TooDeepError('deeper than anything that is taken');
  if (Array.isArray(value)) return value.map((part) => cleaned(part, depth + 1));
  const parts = Object.entries(value).map(([name, part]) => [
    cleanText(name),
    SECRETS.has(name) ? part : cleaned(part, depth + 1),
  ]);
  // No name of theirs is one of all objects.
  return Object.assign(Object.create(null), Object.fromEntries(parts));
}

const SECRETS: ReadonlySet<string> = new Set(['password']);
