import { readSince } from '@nashra/dates';
import { nearest } from '@nashra/text';

/** A filter that says nothing anybody understands. */
export class FilterError extends Error {
  override name = 'FilterError';
  readonly code = 'FILTER_UNFIT';
}

/** Values of a qualifier; where only some are known, of these. */
export type Said = (name: string, known?: readonly string[]) => string[];

export interface Qualifiers {
  readonly of: Said;
  /** What is to be left out: `-name:value`, or `!name:value`, which terminals do not take for an option. */
  readonly not: Said;
}

/** Marks of direction come along with text copied from a page that is written from right to left, and are seen by nobody. */
const UNSEEN = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const WORD = /(?:"[^"]*"|'[^']*'|«[^»]*»|“[^”]*”|\S)+/g;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|«([^»]*)»|“([^”]*)”)$/;

/** Whether a filter says nothing, so that everything fits it. */
export const isEmptyFilter = (text: string): boolean => text.replace(UNSEEN, '').trim() === '';

export interface Reading {
  /** Names of which values may be left out. */
  readonly refusable?: readonly string[];
  /** What is likely meant by a word that is no qualifier. */
  readonly guess?: (word: string) => string | null;
}

/**
 * Reads words of the form `name:value,value`, each name at most once; names are known in any case, values may stand in quotes.
 *
 * @throws FilterError that names what is wrong, and what was likely meant
 */
export function readQualifiers(
  text: string,
  names: readonly string[],
  { refusable = [], guess = () => null }: Reading = {},
): Qualifiers {
  const said = new Map<string, string[]>();
  // Blanks after a colon or a comma part nothing.
  const joined = text.replace(UNSEEN, '').replace(/([:,])\s+(?=[^\s:]+(?:\s|$))/g, '$1');
  for (const word of joined.match(WORD) ?? []) {
    const [, sign = '', called = '', values = ''] = /^([-!]?)([^\s:=]*):(.*)$/s.exec(word) ?? [];
    const name = called.toLowerCase();
    if (!names.includes(name)) throw strange(word, names, guess);
    if (sign && !refusable.includes(name))
      throw new FilterError(
        `"${sign}${name}:" is not known: what is "${name}" cannot be left out.`,
      );
    const list = [...new Set(values.split(',').map(unquote).filter(Boolean))];
    if (list.length === 0) throw new FilterError(`"${name}:" says nothing: a value is wanted.`);
    const key = sign ? `-${name}` : name;
    if (said.has(key)) throw new FilterError(`"${key}:" stands twice; put commas between values.`);
    said.set(key, list);
  }
  return { of: (name, known) => valuesOf(name, said, known), not: notOf(said) };
}

const notOf =
  (said: ReadonlyMap<string, string[]>): Said =>
  (name, known) =>
    valuesOf(`-${name}`, said, known);

function valuesOf(
  name: string,
  said: ReadonlyMap<string, string[]>,
  known?: readonly string[],
): string[] {
  const values = said.get(name) ?? [];
  if (!known) return values;
  const lower = values.map((it) => it.toLowerCase());
  const wrong = lower.find((it) => !known.includes(it));
  if (wrong !== undefined)
    throw new FilterError(
      `"${name}:${wrong}" is none of ${known.join(', ')}.${meant(nearest(wrong, known))}`,
    );
  return lower;
}

/** A sentence more, where something was likely meant. */
export const meant = (it: string | null): string => (it ? ` Did you mean "${it}"?` : '');

function strange(word: string, names: readonly string[], guess: (word: string) => string | null) {
  const [, name = ''] = /^[-!]?([^:=]+)[:=]/.exec(word) ?? [];
  const like = nearest(name, names);
  const said = like ? `${like}:` : guess(word);
  return new FilterError(
    `"${word}" is none of ${names.map((it) => `${it}:…`).join(', ')}.${meant(said)}`,
  );
}

function unquote(value: string): string {
  const [, ...quoted] = QUOTED.exec(value) ?? [];
  return (quoted.find((it) => it !== undefined) ?? value).trim();
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
  // Nothing is found there, which reads as if all were well.
  if (name === 'since' && at.getTime() > now)
    throw new FilterError(`"${name}:${text}" has not come yet.`);
  return at;
}

/**
 * A host as addresses have it: of a whole address that was copied its host, in the letters of the network.
 *
 * @throws FilterError for what no host is called
 */
export function hostOf(text: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  const host = url?.host.replace(/\.(?=$|:)/, '') ?? '';
  if (!/^(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])(?::\d+)?$/.test(host))
    throw new FilterError(`"host:${text}" is no host: one is like news.example.`);
  return host;
}
