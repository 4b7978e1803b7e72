/** The result, for the next program or the person. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One object, as one line. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** What goes on, for the person alone. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One line of what somebody else wrote: no control characters, which could steer the terminal. */
export function oneLine(text: string, length = 160): string {
  const flat = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1)}…` : flat;
}

/** The same for text of several lines. */
export function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}
