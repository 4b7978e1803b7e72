import { readSince } from '@nashra/dates';

/** A filter that says nothing anybody understands. */
export class FilterError extends Error {
  override name = 'FilterError';
  readonly code = 'FILTER_UNFIT';
}

/** Values of a qualifier; where only some are known, of these. */
export type Said = (name: string, known?: readonly string[]) => string[];

/**
 * Reads words of the form `name:value,value`, each name at most once.
 *
 * @throws FilterError that names what is wrong
 */
export function readQualifiers(text: string, names: readonly string[]): Said {
  const said = new Map<string, string[]>();
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, name = '', values = ''] = /^(\w+):(.*)$/.exec(word) ?? [];
    if (!names.includes(name))
      throw new FilterError(`"${word}" is none of ${names.map((it) => `${it}:…`).join(', ')}.`);
    if (!/[^,]/.test(values)) throw new FilterError(`"${name}:" says nothing: a value is wanted.`);
    if (said.has(name))
      throw new FilterError(`"${name}:" stands twice; put commas between values.`);
    said.set(name, values.split(',').filter(Boolean));
  }
  return (name, known) => {
    const values = said.get(name) ?? [];
    const wrong = known && values.find((it) => !known.includes(it));
    if (wrong) throw new FilterError(`"${name}:${wrong}" is none of ${known.join(', ')}.`);
    return values;
  };
}

/** At most one instant of a qualifier: an age or a date. */
export function instantOf(
  name: string,
  [text, ...more]: readonly string[],
  now: number,
): Date | null {
  if (text === undefined) return null;
  const at = more.length > 0 ? null : readSince(text, now);
  if (!at)
    throw new FilterError(
      `"${name}:${text}" is no age like 2h or 3d, and no date like 2026-03-01.`,
    );
  return at;
}
