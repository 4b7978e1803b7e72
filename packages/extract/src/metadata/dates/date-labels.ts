import { PICTURE_CREDIT } from '../../picture-words.ts';
import { CAME_OUT, CHANGED, DATE } from '../../when-words.ts';
import { HINT } from '../class-vocabulary.ts';
import type { DateClaim } from './claims.ts';

/** Words of machines, too: «dateModified». */
const MODIFIED = new RegExp(
  `updat|modifi|更新|修改|수정|(?<![\\p{L}\\p{M}])(?:${CHANGED})(?!\\p{L})`,
  'iu',
);
const PUBLISHED = new RegExp(
  `publi|出版|発行|公開|掲載|发布|發布|(?<![\\p{L}\\p{M}])(?:${CAME_OUT})(?!\\p{L})`,
  'iu',
);
/** «Date: …», «Stand: …» say so where no other word does. */
const DATED = new RegExp(
  `\\bstand\\b|datum|تاريخ|дата|(?<![\\p{L}\\p{M}])(?:${DATE})\\s?[:：]`,
  'iu',
);

/** Words for the first day of a text, behind the day of its last change. */
const FIRST = new RegExp(
  `(?<=[\\s|•·,;(–—-])(?:(?:${CAME_OUT})(?!\\p{L})|(?:${DATE})\\s?[:：])`,
  'iu',
);

/** What a picture shows has a day of its own. */
const CAPTION = new RegExp(`^\\P{L}*(?:${PICTURE_CREDIT})\\s*[:：]`, 'iu');

/** True for a line that describes a picture. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** What a site says of itself: when it was changed last, since when it is there. */
const SITE =
  /(?:mise? [àa] jour|updated?|modifi\p{L}*|aktualisiert|actualizad[oa]|تحديث)\P{L}{0,3}(?:du |de |le |of |on )?(?:(?:ce|this|the|del?|der) )?(?:site|website|web|الموقع|للموقع)(?!\p{L})|(?<!\p{L})(?:site|website|الموقع)\P{L}{0,3}(?:last |was |a été |est )*(?:updated?|mise? à jour|changed)/iu;

/** Who owns the site since when. */
const OWNED =
  /©|\(c\) ?(?:19|20)\d\d|copyright|tous droits réservés|all rights reserved|الحقوق محفوظة/iu;

/** When a reader printed the page. */
const PRINTED =
  /^\P{L}*(?:imprimé le|printed (?:on|at)|gedruckt am|impreso el|stampato il|impresso em|ط[ُ]?بعت? (?:في|يوم|بتاريخ))(?!\p{L})/iu;

/** Today's weather beside today's day, above a menu. */
const WEATHER = /\d\s?°/u;

/** True for a line that tells a day of the site, not of the page. */
export function isOfSite(text: string): boolean {
  return [SITE, OWNED, PRINTED, WEATHER].some((form) => form.test(text));
}

/** True for a line with a word that says «published». */
export function isLabelled(text: string): boolean {
  return PUBLISHED.test(text) || DATED.test(text);
}

/** «Stand: 3. Mai»: as of when a text holds, published or changed. */
const STAND = /^\P{L}*stand(?!\p{L})/iu;

/** True for a line that says as of when the page holds, and nothing of its publication. */
export const isStand = (text: string): boolean => STAND.test(text) && !FIRST.test(text);

/** Words of a sentence. */
const SENTENCE_WORDS = 5;
const SENTENCE = /[.!?؟…][»”"’)]*$/u;

/** «Samedi 15 mars 2025 : visite guidée»: a day, and what is on then. */
const AGENDA = /^[^:：]{6,40}\d{4}\s?[:：]\s?\p{L}+\s\p{L}{2,}/u;

/** True for a sentence or a day's entry, where no word in it says that its day is of the page: it tells what happens then. */
export const tellsEvent = (text: string): boolean =>
  whatIsSaid(text) === null &&
  (AGENDA.test(text) ||
    (SENTENCE.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= SENTENCE_WORDS));

/** What a line says in a word that its date is of; null where it has none. */
export function whatIsSaid(text: string): DateClaim['what'] | null {
  if (PUBLISHED.test(text)) return 'published';
  if (MODIFIED.test(text)) return 'modified';
  return DATED.test(text) ? 'published' : null;
}

/** Whether a line's date is of publication or of a later change, by its words and its class. */
export function whatOf(text: string, hints: number): DateClaim['what'] {
  return whatIsSaid(text) ?? ((hints & HINT.modified) !== 0 ? 'modified' : 'published');
}

/**
 * The parts of a line that tell a later change and the publication, in either order; null for a line of one of them.
 * @param what the line tells by its words
 */
export function changedAndPublished(
  text: string,
  what: DateClaim['what'],
): { readonly changed: string; readonly published: string } | null {
  const at = FIRST.exec(text)?.index ?? 0;
  const before = text.slice(0, at);
  // «Güncellendiği tarih: …»: the word is of the change.
  if (/\p{N}/u.test(before) && !MODIFIED.test(/\P{N}*$/u.exec(before)?.[0] ?? ''))
    return { changed: before, published: text.slice(at) };
  // A day before the word for a change is the first one's.
  const changed = what === 'modified' ? updatePart(text) : '';
  return changed === '' ? null : { changed, published: text.slice(0, -changed.length) };
}

/** What a day is of that a line tells before its publication: an event's, an end's. */
const OTHER_DAY =
  /^\P{L}*(?:(?:dates?|days?|jours?|tage?|fechas?|datas?|data) (?:of |de |du |des |del |da |do |der )?(?:the |la |l.)?)?(?:event|événement|expir\p{L}*|deadline|veranstaltung|evento|échéance|clôture|ends?|until|valid)(?: dates?)?\s*[:：]/iu;

/** From one day to another, until when, by when: days of what is told of. */
const SPAN =
  /20\d\d\s?[-–—]\s?\d{1,2}\.?\s\p{L}{3,}\.?\s\d{4}|(?<!\p{L})(?:du|from|vom|del|dal|من)\s\d{1,2}(?:er|\.)?(?:\s\p{L}+)?\s(?:au|to|bis|al|إلى)\s|(?<![\d/.:h-])\d{1,2}\s?[-–]\s?\d{1,2}\s(?!min|heures?|hours?)\p{L}{3,}|(?<!\p{L})(?:jusqu.au|until|valid|valable|expires?|avant le|bis zum|hasta el|fino al|fin des|deadline|حتى|إلى غاية|قبل يوم)(?!\p{L})/iu;

/** True for a line that tells from when or until when something is, and no word that it is the page's day. */
export const tellsSpan = (text: string): boolean => whatIsSaid(text) === null && SPAN.test(text);

/** The part of a line that tells the publication, where it begins with the day of something else; '' where it tells none. */
export function publishedPart(text: string): string {
  if (!OTHER_DAY.test(text)) return text;
  const at = FIRST.exec(text)?.index;
  return at === undefined ? '' : text.slice(at);
}

/** What follows the word for «updated» in a line that first told the publication; '' without it. */
export function updatePart(text: string): string {
  const m = MODIFIED.exec(text);
  return m && m.index > 8 ? text.slice(m.index) : '';
}
