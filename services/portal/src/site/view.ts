import type { ArticleCard, Publisher } from '@nashra/reader';
import { type Tongue, WORDS, type Words } from '../words/words.ts';
import type { Taste } from './taste.ts';

/** For whom a page is written, and what stands around it. */
export interface View {
  readonly tongue: Tongue;
  readonly words: Words;
  /** Of the page, in no language: `/search?q=…`. */
  readonly path: string;
  /** Without a closing slash. */
  readonly origin: string;
  /** The IANA zone by whose clock hours stand in lists, whoever publishes. */
  readonly timeZone: string;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly strip: readonly ArticleCard[];
  /** For whom it is written, where that reader said what they want. */
  readonly taste?: Taste | undefined;
  /** The address of a path in the page's language. */
  href(path: string): string;
  /** Where an image of that id is served, by its width. */
  imageSrc(id: number): (width: number) => string;
}

export type ViewFacts = Omit<View, 'words' | 'href'>;

export function viewOf(facts: ViewFacts): View {
  const { tongue } = facts;
  return { ...facts, words: WORDS[tongue], href: (path) => inTongue(path, tongue) };
}

export function inTongue(path: string, tongue: Tongue): string {
  if (tongue === 'ar') return path;
  return path === '/' ? `/${tongue}` : `/${tongue}${path}`;
}

/** The language of an address, and its path in no language. */
export function tongueOf(url: string): { tongue: Tongue; path: string } {
  const [, tongue, rest = ''] = /^\/(fr|en)(?=[/?]|$)(.*)$/s.exec(url) ?? [];
  if (!tongue) return { tongue: 'ar', path: url };
  return { tongue: tongue as Tongue, path: rest.startsWith('/') ? rest : `/${rest}` };
}
