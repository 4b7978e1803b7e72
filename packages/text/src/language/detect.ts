import { amazighScore } from './amazigh-latin.ts';
import { arabicScriptLanguage, isDarija } from './arabic-script.ts';
import { languageByWords, WRITTEN_AS } from './function-words.ts';
import { countScripts, type Script } from './scripts.ts';
import { isTold, likeliestLanguage } from './statistics.ts';

export interface DetectedLanguage {
  /** BCP 47 tag, 'und' when the text holds no letters. */
  readonly lang: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Moroccan Arabic: `lang` stays `ar`, so that search and reading treat it as Arabic. */
  readonly darija: boolean;
}

/** From here on more text decides nothing. */
const SAMPLE = 1000;
const AMAZIGH_SCORE = 0.42;
const LETTERS = /\p{L}+/gu;
const LETTERS_AND_MARKS = /[\p{L}\p{M}]+/gu;
const MARK = /\p{M}/u;

const BY_SCRIPT: Readonly<Partial<Record<Script, string>>> = {
  tifinagh: 'zgh',
  greek: 'el',
  hebrew: 'he',
  hangul: 'ko',
  armenian: 'hy',
  georgian: 'ka',
  ethiopic: 'am',
  thai: 'th',
};

/**
 * The language of a text, by its script where that names it, by letters and words among the
 * languages of the Arabic script, by n-grams otherwise. `hint` (a declared tag) settles what the
 * text leaves open.
 */
export function detectLanguageDetailed(text: string, hint?: string): DetectedLanguage {
  const sample = text.slice(0, SAMPLE);
  const [script, share] = dominantScript(sample);
  const certain = (lang: string) => ({ lang, confidence: share, darija: false });
  switch (script) {
    case undefined:
      return { lang: hintTag(hint) ?? 'und', confidence: 0, darija: false };
    case 'arabic': {
      const lang = arabicScriptLanguage(sample);
      return { lang, confidence: share * 0.97, darija: lang === 'ar' && isDarija(sample) };
    }
    case 'han':
      return certain('zh');
    case 'kana':
      return certain('ja');
    case 'latin':
    case 'cyrillic':
    case 'indic':
      return statistical(sample, script, hint);
    default:
      return certain(BY_SCRIPT[script] ?? 'und');
  }
}

/** The BCP 47 tag of a text's language; see `detectLanguageDetailed`. */
export function detectLanguage(text: string, hint?: string): string {
  return detectLanguageDetailed(text, hint).lang;
}

function dominantScript(text: string): [Script | undefined, number] {
  const counts = countScripts(text);
  let total = 0;
  let best: Script | undefined;
  let most = 0;
  for (const [script, count] of counts) {
    total += count;
    if (count > most) {
      best = script;
      most = count;
    }
  }
  // Japanese is mostly Han by letters, but only Japanese holds kana.
  if (best === 'han' && (counts.get('kana') ?? 0) > most * 0.05) return ['kana', 1];
  return [best, most / (total || 1)];
}

function statistical(text: string, script: Script, hint: string | undefined): DetectedLanguage {
  const declared = hintTag(hint);
  const byWords =
    script === 'latin' ? latinByWords(text, declared) : declaredByWords(text, declared);
  if (byWords) return byWords;
  if (declared && !isTold(WRITTEN_AS[declared] ?? declared))
    return { lang: declared, confidence: 0.5, darija: false };
  const { lang, reliable } = likeliestLanguage(text);
  if (!reliable && declared) return { lang: declared, confidence: 0.5, darija: false };
  return { lang: lang || 'und', confidence: reliable ? 0.9 : 0.4, darija: false };
}

/** The language of a Latin text where its words name one. */
function latinByWords(text: string, declared: string | undefined): DetectedLanguage | undefined {
  const normal = text.normalize('NFC').toLowerCase();
  const tokens = normal.match(LETTERS_AND_MARKS) ?? [];
  if (amazighScore(normal, tokens) >= AMAZIGH_SCORE)
    return { lang: kabyleOrTamazight(text), confidence: 0.8, darija: false };
  // Hardly a Latin text has marks that its letters do not come with.
  const words = MARK.test(normal) ? (normal.match(LETTERS) ?? []) : tokens;
  const lang = languageByWords(words, declared);
  return lang === undefined ? undefined : { lang, confidence: 0.95, darija: false };
}

/** The language that a text of another script is declared to be in, where its words agree. */
function declaredByWords(text: string, declared: string | undefined): DetectedLanguage | undefined {
  if (declared === undefined) return undefined;
  const words = text.normalize('NFC').toLowerCase().match(LETTERS_AND_MARKS) ?? [];
  const lang = languageByWords(words, declared);
  return lang === undefined ? undefined : { lang, confidence: 0.9, darija: false };
}

/** Kabyle is written with ɣ, ɛ and the dotted letters; older Tamazight writes gh, kh, ε. */
function kabyleOrTamazight(text: string): string {
  return /[ɣɛ]/iu.test(text) ? 'kab' : 'tzm';
}

function hintTag(hint: string | undefined): string | undefined {
  const tag = hint?.trim().toLowerCase().split(/[-_]/, 1)[0];
  return tag && /^[a-z]{2,3}$/.test(tag) ? tag : undefined;
}
