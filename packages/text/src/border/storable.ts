import { cleanText } from './clean.ts';

/**
 * A value as JSON that Postgres takes, every text in it clean: `jsonb` refuses NUL and half surrogate pairs even as
 * escapes. The last line of defence of what writes rows; text of strangers is cleaned where it enters.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? cleanText(part) : part));
}
