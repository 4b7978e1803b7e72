import { cleanLine } from '@nashra/text';
import { decodeReferences } from '../xml/entities.ts';
import { htmlElements } from './html-names.ts';

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>|<!--(?:(?!<!--)[\s\S])*?-->/g;
const aReference = /&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});/;

/** Whether a text means HTML: it has an element of HTML, or a reference. `5 < 6` and `List<T>` are neither. */
export function looksLikeHtml(text: string): boolean {
  if (hasReference(text)) return true;
  if (!text.includes('<')) return false;
  if (text.includes('<!--') && text.includes('-->')) return true;
  for (const match of text.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/g)) {
    if (htmlElements.has((match[1] as string).toLowerCase())) return true;
  }
  return false;
}

export const hasReference = (text: string) => text.includes('&') && aReference.test(text);

const anyTag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)\/?>|<!--/g;
const lone = /^(?:br|hr|wbr|img)$/;
const block = /^(?:p|div|h[1-6])$/;
const phrase = /^(?:b|i|u|em|strong|span|font|small|big)$/;

/**
 * Whether tags in a text mark something up, and are not what it speaks of: a closed element, an attribute, a line break, a
 * paragraph or an emphasis that begins it and was cut.
 */
export function marksUp(text: string): boolean {
  const open = new Set<string>();
  for (const { 0: whole, 1: close, 2: written = '', 3: rest, index } of text.matchAll(anyTag)) {
    const name = written.toLowerCase();
    if (whole === '<!--' || lone.test(name)) return true;
    if (
      index === 0 &&
      (block.test(name) || (phrase.test(name) && /\w/.test(text[whole.length] ?? '')))
    )
      return true;
    if (!htmlElements.has(name)) continue;
    // What is left at the end of markup that was cut at its beginning.
    if (close && index + whole.length === text.length) return true;
    if (close ? open.has(name) : rest?.includes('=')) return true;
    open.add(name);
  }
  return false;
}

/** A title or a summary as people read it: no markup, no references, one line. */
export function plainText(html: string): string {
  let text = html;
  if (text.includes('<')) {
    text = text.replace(tag, (whole, _close: string, name?: string) =>
      name === undefined || htmlElements.has(name.toLowerCase()) ? separator(name) : whole,
    );
  }
  return oneLine(decodeReferences(text));
}

const breaking = /^(?:br|p|div|li|h[1-6]|tr|td)$/i;
const separator = (name: string | undefined) =>
  name !== undefined && breaking.test(name) ? ' ' : '';

export function oneLine(text: string): string {
  return cleanLine(/[\u00ad\u200b]/.test(text) ? text.replace(/[\u00ad\u200b]+/g, ' ') : text);
}

/** A name or a term on one line as people read it, where a template escaped it once too often or put it into a link. */
export function shownLine(text: string): string {
  return looksLikeHtml(text) ? plainText(text) : oneLine(text);
}

/** Plain text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeHtml(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, ' ');
}
