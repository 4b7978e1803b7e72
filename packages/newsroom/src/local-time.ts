import type { Language } from './publisher.ts';

/** RFC 3339 in the zone's own time: `2026-11-25T14:30:00+01:00`. */
export function isoIn(timeZone: string, at: number): string {
  const { offset, minutes } = offsetIn(timeZone, at);
  return new Date(at + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

/** RFC 5322 as RSS has it, in the zone's own time: `Wed, 25 Nov 2026 14:30:00 +0100`. */
export function rfc822In(timeZone: string, at: number): string {
  const { offset, minutes } = offsetIn(timeZone, at);
  const local = new Date(at + minutes * 60_000).toUTCString();
  return local.replace('GMT', offset.replace(':', ''));
}

const LOCALES: Record<Language, string> = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB' };

/** As a reader sees it, without a zone: `mercredi 25 novembre 2026 à 14:30`. */
export function visibleIn(timeZone: string, language: Language, at: number): string {
  const format = new Intl.DateTimeFormat(`${LOCALES[language]}-u-nu-latn`, {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return format.format(at);
}

function offsetIn(timeZone: string, at: number): { offset: string; minutes: number } {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // «GMT+01:00», or «GMT» alone for zero.
  const [, sign = '+', hours = '00', rest = '00'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const minutes = (Number(hours) * 60 + Number(rest)) * (sign === '-' ? -1 : 1);
  return { offset: `${sign}${hours}:${rest}`, minutes };
}
