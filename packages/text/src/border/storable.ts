import { cleanText } from './clean.ts';

/** How JSON spells controls and half pairs. A backslash of the text's own before such a letter looks alike, and costs time alone. */
const ESCAPED = /\\(?:[bf]|u00[01]|ud[89a-f])/;

/**
 * A value as JSON that Postgres takes, every text in it clean: `jsonb` refuses NUL and half surrogate pairs even as
 * escapes. The last line of defence of what writes rows; text of strangers is cleaned where it enters.
 */
export function storableJson(value: unknown): string {
  // Nearly all of it is clean: looked at once as a whole, before each text is.
  const json = JSON.stringify(value);
  if (!ESCAPED.test(json) && cleanText(json) === json) return json;
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? cleanText(part) : part));
}
