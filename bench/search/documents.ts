import { detectLanguage } from '@nashra/text';
import type { Document } from '../dedupe/drafts.ts';

/** A document as corpora give them; what it says may stand under several names. */
export type AnyDocument = Readonly<Record<string, unknown>>;

const say = (document: AnyDocument, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = document[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value) && value.length > 0)
      return value.filter((it) => typeof it === 'string').join('\n\n');
  }
  return '';
};

function authorsOf({ authors, author }: AnyDocument): string[] {
  return [authors, author].flat().filter((it) => typeof it === 'string');
}

/** A document in the form of drafts. What it does not say is found out, or is as of its place among the others. */
export function documentOf(document: AnyDocument, place: number): Document {
  const title = say(document, 'title', 'headline', 'name');
  const body = say(document, 'body', 'text', 'content', 'paragraphs', 'description', 'summary');
  const at = new Date(say(document, 'publishedAt', 'published_at', 'published', 'date', 'time'));
  return {
    id: say(document, 'id', 'key', 'url') || String(place),
    lang: say(document, 'lang', 'language', 'locale') || detectLanguage(`${title}\n${body}`),
    source: say(document, 'publisher', 'source', 'site', 'publisher_id'),
    title,
    body,
    authors: authorsOf(document),
    publishedAt: (Number.isNaN(+at)
      ? new Date(Date.UTC(2026, 0, 1) + place * 60_000)
      : at
    ).toISOString(),
  };
}
