/** A heading is shorter than a sentence, and what it heads is longer than another heading. */
const MAX_HEADING = 80;
const MIN_PARAGRAPH = 80;
const MAX_PARTS = 255;
/** What closes a sentence, or leads on to what follows at once. */
const CLOSED = /[.!?…:;,،؛؟»”"]$/u;

/**
 * How many parts of a text stand under a heading of their own: short lines that end as no sentence does, each with a
 * paragraph below. The first line is none, as it may be the title said again. At most 255.
 */
export function countHeadedParts(body: string): number {
  let parts = 0;
  let before = '';
  let isFirst = true;
  for (let from = 0; from < body.length && parts < MAX_PARTS; ) {
    const found = body.indexOf('\n', from);
    const end = found < 0 ? body.length : found;
    const line = body.slice(from, end).trim();
    from = end + 1;
    if (line === '') continue;
    if (line.length >= MIN_PARAGRAPH && before !== '') parts++;
    before = !isFirst && line.length < MAX_HEADING && !CLOSED.test(line) ? line : '';
    isFirst = false;
  }
  return parts;
}
