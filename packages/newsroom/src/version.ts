import { Random } from './random.ts';
import { books, hasChanged, type Story } from './story.ts';

/** How a story reads at some moment. */
export interface Version {
  readonly title: string;
  /** Words of the title it first had, which stay in its address. */
  readonly words: string;
  readonly paragraphs: readonly string[];
  readonly section: string;
  readonly author: string;
  readonly caption: string;
  readonly isChanged: boolean;
}

/** Places of the texts in a story; the lead is the first paragraph, the others follow. */
const CAPTION = 0;
const TITLE = 1;
const LEAD = 2;

/** Writes the story out as it reads when number `newest` is the newest one. */
export function versionOf(story: Story, newest: number): Version {
  const { topic, draws, fate } = story;
  const book = books[story.language];
  const isChanged = hasChanged(story, newest);
  const isCorrected = isChanged && fate === 'corrected';
  const figure = draws.figure + (isCorrected ? 7 : 0);
  // Every text draws from a source of its own, so that changing one leaves the others as they were.
  const write = (text: string, at: number) =>
    fill(text, story, at <= LEAD ? figure : undefined, new Random(draws.wording, at));
  const random = new Random(draws.wording);
  const titleAt = random.between(0, topic.titles.length - 1);
  const shownAt = isChanged && fate === 'retitled' ? titleAt + 1 : titleAt;
  const firstTitle = fill(
    topic.titles[titleAt] ?? '',
    story,
    draws.figure,
    new Random(draws.wording, TITLE),
  );
  const titles = topic.titles.map((title) => write(title, TITLE));
  const body = [
    random.pick(topic.leads),
    ...topic.details.map((variants) => random.pick(variants)),
    random.pick(book.closers),
  ];
  body.splice(random.between(2, body.length - 1), 0, random.pick(book.quotes));
  const paragraphs = body.map((text, at) => write(text, LEAD + at));
  if (isCorrected) {
    const values: Record<string, number> = { from: draws.figure, to: figure };
    paragraphs.push(book.correction.replace(/\{(\w+)\}/g, (_, name) => String(values[name])));
  }
  return {
    title: titles[shownAt % titles.length] ?? '',
    words: firstTitle.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''),
    paragraphs,
    section: topic.section,
    author: draws.author,
    caption: write(topic.caption, CAPTION),
    isChanged,
  };
}

/** With a `figure`, that is what the text's first `{tens}` says. */
function fill(text: string, story: Story, figure: number | undefined, random: Random): string {
  let own = figure;
  const { people } = books[story.language];
  const values: Record<string, () => string | number> = {
    town: () => story.draws.town,
    body: () => story.draws.body,
    person: () => random.pick(people),
    woman: () => random.pick(people.filter((_, at) => at % 2 === 0)),
    man: () => random.pick(people.filter((_, at) => at % 2 === 1)),
    few: () => random.between(3, 9),
    hundreds: () => random.between(12, 98) * 10,
    tens: () => {
      const drawn = own ?? random.between(11, 99);
      own = undefined;
      return drawn;
    },
  };
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]?.()));
}
