import { errorFacts, isError } from './error-facts.ts';
import { maskSecrets } from './mask-secrets.ts';

const MAX_DEPTH = 4;

/** The fields of a log line with errors as their facts, under whatever key, and logins masked in every text. */
export function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return inside(fields, 0);
}

function inside(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => {
    // Whatever was thrown: it need not be an error.
    const isThrown = key === 'err' && typeof value === 'object' && value !== null;
    return [key, isThrown ? errorFacts(value) : cleanValue(value, depth)];
  });
  return Object.fromEntries(entries);
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isError(value)) return errorFacts(value);
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain ? inside(value as Record<string, unknown>, depth + 1) : value;
}
