/**
 * A value as JSON that Postgres takes: `jsonb` refuses NUL and half surrogate pairs even as escapes. The last line of
 * defence of what writes JSON columns; text of strangers is cleaned where it enters.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}
