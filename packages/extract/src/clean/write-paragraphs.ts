import { HtmlWriter } from './html-writer.ts';
import type { CleanHtml } from './write-html.ts';

/** A text whose paragraphs are apart by empty lines as HTML, of at most `limit` bytes of UTF-8. */
export function writeParagraphs(text: string, limit: number): CleanHtml {
  const writer = new HtmlWriter(limit);
  for (const [at, paragraph] of text.split('\n\n').entries()) {
    writer.enter([{ node: at, name: 'p', attributes: ' dir="auto"' }]);
    writer.text(paragraph);
    if (writer.isFull) break;
  }
  return { html: writer.finish(), isCut: writer.isFull };
}
