import type { DateEvidence, Extraction } from './types.ts';

/** The fields of an extraction that readers see. */
export type ComparedField =
  | 'isArticle' | 'title' | 'authors' | 'published' | 'modified' | 'section' | 'tags' | 'language'
  | 'body' | 'html' | 'leadImage' | 'images' | 'canonicalUrl' | 'paywalled' | 'liveBlog'; // biome-ignore format: names read better in lines

/** What two extractions of one page say of a field, as one line each, and how alike they are. */
export interface FieldChange {
  readonly field: ComparedField;
  readonly before: string;
  readonly after: string;
  /** Share of words in common, 0 to 1; of fields that are no texts 0. */
  readonly alike: number;
}

/** What `compareExtractions` looks at. */
export type Compared = Pick<Extraction, ComparedField>;

const SHOWN = 200;
const TEXTS: ReadonlySet<ComparedField> = new Set(['title', 'body', 'html']);

const written = (date: DateEvidence | null): string =>
  date ? (date.precision === 'day' ? date.instant.slice(0, 10) : date.instant) : '';

/** Each field as a text that is equal when the field is. */
const FIELDS: readonly (readonly [ComparedField, (page: Compared) => string])[] = [
  ['isArticle', (page) => String(page.isArticle)],
  ['title', (page) => page.title],
  ['authors', (page) => page.authors.join(' · ')],
  ['published', (page) => written(page.published)],
  ['modified', (page) => written(page.modified)],
  ['section', (page) => page.section ?? ''],
  ['tags', (page) => page.tags.join(' · ')],
  ['language', (page) => page.language ?? ''],
  ['body', (page) => page.body],
  ['html', (page) => page.html],
  ['leadImage', (page) => page.leadImage?.url ?? ''],
  ['images', (page) => page.images.map(({ url }) => url).join(' · ')],
  ['canonicalUrl', (page) => page.canonicalUrl ?? ''],
  ['paywalled', (page) => String(page.paywalled)],
  ['liveBlog', (page) => String(page.liveBlog)],
];

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** F1 over the words of two texts. */
function likeness(before: string, after: string): number {
  const old = countWords(before);
  let both = 0;
  let all = 0;
  for (const count of old.values()) all += count;
  for (const [word, count] of countWords(after)) {
    all += count;
    both += Math.min(count, old.get(word) ?? 0);
  }
  return all > 0 ? (2 * both) / all : 0;
}

/** The stretch of both texts where they begin to differ, each on one line. */
function shownPart(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const from = at < SHOWN / 2 ? 0 : at - 40;
  const part = text
    .slice(from, from + SHOWN)
    .replace(/\s+/g, ' ')
    .toWellFormed();
  return `${from > 0 ? '…' : ''}${part}${from + SHOWN < text.length ? '…' : ''}`;
}

/** What another extraction of a page changes, field by field; none when all is the same. */
export function compareExtractions(before: Compared, after: Compared): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, read] of FIELDS) {
    const old = read(before);
    const now = read(after);
    if (old === now) continue;
    changes.push({
      field,
      before: shownPart(old, now),
      after: shownPart(now, old),
      alike: TEXTS.has(field) ? likeness(old, now) : 0,
    });
  }
  return changes;
}
