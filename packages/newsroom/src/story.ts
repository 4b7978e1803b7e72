import { type Language, type Publisher, publishers } from './publisher.ts';
import { Random } from './random.ts';
import { arabic } from './texts/arabic.ts';
import { english } from './texts/english.ts';
import { french } from './texts/french.ts';
import type { TextBook, Topic } from './texts/text-book.ts';

/** What becomes of a story after it is announced. */
export type Fate =
  | 'plain'
  | 'corrected'
  | 'retitled'
  | 'missing'
  | 'gone'
  | 'empty'
  | 'looping'
  | 'private';

/** Story number `n`: nothing but a function of the seed and its number. */
export interface Story {
  readonly n: number;
  readonly fate: Fate;
  readonly language: Language;
  /** The first writes it; the others, when there are any, copy it. */
  readonly carriers: readonly Publisher[];
  readonly topic: Topic;
  readonly draws: Draws;
}

export interface Draws {
  readonly town: string;
  readonly body: string;
  readonly author: string;
  readonly figure: number;
  /** Seeds of the wording. */
  readonly wording: number;
}

export const books: Readonly<Record<Language, TextBook>> = {
  ar: arabic,
  fr: french,
  en: english,
};

const agencies = publishers.filter((publisher) => publisher.isAgency);
const papers = publishers.filter((publisher) => !publisher.isAgency);

/** One story in four comes from an agency and is carried by several; of forty, nine have a fate. */
const FATES = new Map<number, Fate>([
  [3, 'missing'],
  [5, 'private'],
  [9, 'corrected'],
  [13, 'gone'],
  [19, 'retitled'],
  [23, 'empty'],
  [29, 'corrected'],
  [33, 'looping'],
  [39, 'retitled'],
]);

export function storyAt(seed: number, n: number): Story {
  const random = new Random(seed, n);
  const isWire = n % 4 === 0;
  const writer = (
    isWire ? agencies[(n / 4) % agencies.length] : papers[(n - Math.floor(n / 4)) % papers.length]
  ) as Publisher;
  const others = papers.filter((paper) => paper.language === writer.language);
  const carriers = isWire ? [writer, ...random.sample(others, random.between(2, 3))] : [writer];
  const book = books[writer.language];
  return {
    n,
    fate: FATES.get(n % 40) ?? 'plain',
    language: writer.language,
    carriers,
    topic: random.pick(book.topics),
    draws: {
      town: random.pick(book.towns),
      body: random.pick(book.bodies),
      author: random.pick(book.people),
      figure: random.between(11, 89),
      wording: random.between(0, 2 ** 30),
    },
  };
}

/** How many stories later a correction or a new title appears. */
export const CHANGES_AFTER = 8;

/** Whether the story reads differently by now from how it was first published. */
export function hasChanged(story: Story, newest: number): boolean {
  const changes = story.fate === 'corrected' || story.fate === 'retitled';
  return changes && newest - story.n >= CHANGES_AFTER;
}
