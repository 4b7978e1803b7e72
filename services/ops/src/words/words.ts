import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

export type { Words } from './en.ts';

export const TONGUES = ['ar', 'fr', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

export const WORDS: Readonly<Record<Tongue, Words>> = { ar, fr, en };

/** Digits are European in all of them, as the press of the Maghreb writes them. */
export const LOCALES: Readonly<Record<Tongue, string>> = {
  ar: 'ar-MA-u-nu-latn',
  fr: 'fr-FR',
  en: 'en-GB',
};
