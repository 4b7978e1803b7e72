import { cutText } from '@nashra/text';
import { visible, visibleJson } from './visible.ts';

/** The result, for the next program or the person. */
export function print(text: string): void {
  process.stdout.write(`${visible(text)}\n`);
}

/** One object, as one line; nothing in it steers a terminal, and a program reads the same. */
export function printJson(value: unknown): void {
  process.stdout.write(`${visibleJson(JSON.stringify(value))}\n`);
}

/** What goes on, for the person alone. */
export function note(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** One line of what somebody else wrote: nothing that could steer the terminal or reorder what stands beside. */
export function oneLine(text: string, length = 160): string {
  const flat = plainText(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  return flat.length > length ? `${cutText(flat, length - 1)}…` : flat;
}

/** The same for text of several lines. */
export function plainText(text: string): string {
  // Of others not even colours.
  return visible(text.replaceAll('\u001b', ''));
}
