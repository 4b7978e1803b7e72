import type { Case } from './dispatch.ts';

/** A text that comes again with other names and figures; no two tellings are one report. */
export interface Form {
  readonly name: string;
  readonly language: string;
  /** Hours from one telling to the next. */
  readonly after: number;
  readonly title: string;
  readonly body: string;
  readonly fill: readonly (readonly string[])[];
}

/** The tellings of a form, one after another. */
export function caseOf({ name, language, after, title, body, fill }: Form): Case {
  const filled = (text: string, words: readonly string[]) =>
    text.replace(/\{(\d)\}/g, (_, at) => words[Number(at)] ?? '');
  const texts = fill.map((words, at) => ({
    language,
    title: filled(title, words),
    body: filled(body, words),
    after: at * after,
  }));
  return { kind: 'form', name, texts, groups: 'abcdefg'.slice(0, fill.length) };
}
