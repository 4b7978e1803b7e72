/** How much of the end is looked at first: most pages close there. */
const TAIL = 2_048;
const CLOSED = /<\/(?:body|html)\b/i;
const OPENED = /<(?:body|html)\b/i;
/** What holds tags that are none. */
const RAW = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|noscript)\b[\s\S]*?(?:<\/\1\b|$)/gi;
/** Elements whose end nobody may leave out, and that hold a text. */
const BOX = /<(\/?)(?:article|main|section|div)\b/gi;

/**
 * Whether a page ends in the midst of itself, as where its server died while it wrote: it closes neither itself nor the box it was
 * in. Who leaves out `</html>` to be brief still closes what he must.
 */
export function breaksOff(bytes: Uint8Array): boolean {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (CLOSED.test(page.toString('latin1', Math.max(0, page.length - TAIL)))) return false;
  const text = page.toString('latin1');
  if (!OPENED.test(text) || CLOSED.test(text)) return false;
  let depth = 0;
  for (const [, slash] of text.replace(RAW, '').matchAll(BOX)) depth += slash === '' ? 1 : -1;
  return depth > 0;
}
