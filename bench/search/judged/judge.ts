import { foldText } from '@nashra/text';

/** A query, and for each thing it asks for the words in which a person sees it, folded, as a pattern. */
export type JudgedQuery = readonly [query: string, ...wanted: readonly string[]];

/** What may be written to the front of an Arabic word. */
export const FRONT = '(?:[وف]?[بلكس]?(?:ال|لل)?|[وف]?لل)';

/** The words by which a person sees a document answer. */
export function answering(
  { title, body }: { title: string; body: string },
  [, ...wanted]: JudgedQuery,
): string[] {
  const patterns = wanted.map((words) => new RegExp(`^${FRONT}(?:${words})$`));
  const words = new Set(textOf(title, body).split(' '));
  return [...words].filter((word) => patterns.some((pattern) => pattern.test(word)));
}

/** Whether a folded text says it, whatever is written to its front. */
export function said(words: string): (text: string) => boolean {
  const pattern = new RegExp(`(?<![^ ])${FRONT}(?:${words})(?![^ ])`);
  return (text) => pattern.test(text);
}

/** The documents in which a person sees all that was asked for. */
export function judge(
  documents: readonly { id: string; title: string; body: string }[],
  [, ...wanted]: JudgedQuery,
): Set<string> {
  const all = wanted.map(said);
  return judgeBy(documents, (text) => all.every((fits) => fits(text)));
}

/** The documents whose folded text fits. */
export function judgeBy(
  documents: readonly { id: string; title: string; body: string }[],
  fits: (text: string) => boolean,
): Set<string> {
  const answer = documents.filter(({ title, body }) => fits(textOf(title, body)));
  return new Set(answer.map(({ id }) => id));
}

const folded = new Map<string, string>();

function textOf(title: string, body: string): string {
  const text = `${title}\n${body}`;
  const known = folded.get(text) ?? foldText(text);
  folded.set(text, known);
  return known;
}
