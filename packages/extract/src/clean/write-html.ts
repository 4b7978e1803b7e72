import type { Block } from '../body/blocks.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** The kept blocks as paragraphs. */
export function writeHtml(blocks: readonly Block[], kept: Uint8Array, limit: number): string {
  let html = '';
  for (const [index, block] of blocks.entries()) {
    if (!kept[index]) continue;
    const paragraph = `<p>${escapeHtml(block.text)}</p>\n`;
    if (html.length + paragraph.length > limit) break;
    html += paragraph;
  }
  return html;
}
