import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './wording.ts';

export type { Words } from './wording.ts';

/** The languages of the site itself; Arabic is at `/`, the others under their name. */
export const TONGUES = ['ar', 'fr', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

export const WORDS: Readonly<Record<Tongue, Words>> = { ar, fr, en };
