import { cleanText, cutText } from '@nashra/text';
import type { FeedPerson, FeedText } from '../feed.ts';
import { absolutizeHtml } from '../markup/absolutize.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { personOf } from '../modules/person.ts';
import { withoutCdataMarks } from '../xml/cdata-marks.ts';
import { harmlessReferences } from '../xml/entities.ts';

export type JsonRecord = Record<string, unknown>;

/** What values in a JSON Feed are relative to. */
export interface JsonScope {
  base: string | null;
  language: string | null;
}

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 200) : [];

/** A string that says something, or `null` whatever else stands there. */
export function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? cleanText(value).trim() || null : null;
}

/** Numbers too, which publishers write for ids and instants. */
export const scalarOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : stringOf(value);

export function textOf(
  value: unknown,
  type: string,
  { base, language }: JsonScope,
  maxChars: number,
): FeedText | null {
  const said = stringOf(value);
  if (said === null) return null;
  const written = withoutCdataMarks(said);
  // Plain text that has references is read as HTML further on.
  const text = harmlessReferences(cutText(written, maxChars));
  return { value: type === 'text/html' ? absolutizeHtml(text, base) : text, type, language };
}

/** `authors` of JSON Feed 1.1, or the one `author` of 1.0. */
export function authorsOf(record: JsonRecord, { base }: JsonScope): FeedPerson[] {
  const several = [record['authors'] ?? []].flat();
  return listOf(several.length > 0 ? several : [record['author']].flat()).flatMap((author) => {
    // A bare name, which neither version allows.
    const bare = stringOf(author);
    if (bare !== null) return personOf(bare) ?? [];
    if (!isRecord(author)) return [];
    const url = stringOf(author['url']);
    const name = stringOf(author['name']);
    if (name === null && url === null) return [];
    return [{ name, email: null, url: url === null ? null : resolveAddress(url, base) }];
  });
}
