import { cleanText } from '@nashra/text';
import type { FeedText } from '../feed.ts';
import { withoutCdataMarks } from '../xml/cdata-marks.ts';
import { decodeReferences, harmlessReferences } from '../xml/entities.ts';
import type { XmlNode } from '../xml/node.ts';
import { absolutizeHtml } from './absolutize.ts';
import { inlineMarkup } from './inline-markup.ts';
import {
  escapeHtml,
  hasReference,
  looksLikeHtml,
  marksUp,
  oneLine,
  plainText,
} from './plain-text.ts';

/**
 * Text of RSS and its modules: HTML when it looks like HTML, whether escaped, in a section or bare between the tags.
 */
export function rssText(node: XmlNode): FeedText {
  const isInline = node.children.length > 0;
  const value = isInline ? inlineMarkup(node) : node.text;
  const type = isInline || looksLikeHtml(value) ? 'text/html' : 'text/plain';
  return feedText(value, type, node);
}

/**
 * A title of RSS, which may speak of elements: only what marks something up makes it HTML. Beside references, which make it
 * HTML too, the elements it speaks of are escaped.
 */
export function rssTitle(node: XmlNode): FeedText {
  const text = rssText(node);
  const isMarkup = node.children.length > 0 || !text.value.includes('<') || marksUp(text.value);
  if (text.type !== 'text/html' || isMarkup) return text;
  return hasReference(text.value)
    ? { ...text, value: text.value.replaceAll('<', '&lt;') }
    : { ...text, type: 'text/plain' };
}

/** A text construct (RFC 4287 §3.1) or content (§4.1.3), with the `mode` of Atom 0.3. */
export function atomText(node: XmlNode): FeedText {
  const type = atomType(node);
  const mode = node.attribute('mode')?.toLowerCase() ?? null;
  const isXml = /xml$/.test(type) && type !== 'text/xml';
  if (mode === 'base64' || (mode === null && isBinary(type))) {
    return feedText(decodeBase64(node.text), type, node);
  }
  if (node.children.length > 0 && mode !== 'escaped') {
    const markup = inlineMarkup(node);
    // Elements in what is called text, or not called anything, are markup all the same.
    if (type === 'text/plain') return feedText(markup, 'text/html', node);
    // Escaped markup in a bare wrapper: the type says what the publisher meant.
    return feedText(type === 'text/html' ? decodeReferences(markup) : markup, type, node);
  }
  const value = isXml && mode !== 'escaped' ? inlineMarkup(node) : node.text;
  return feedText(value, type, node);
}

function atomType(node: XmlNode): string {
  const written = node.attribute('type')?.trim().toLowerCase() ?? 'text';
  if (written === 'text' || written === '') return 'text/plain';
  if (written === 'html') return 'text/html';
  if (written === 'xhtml') return 'application/xhtml+xml';
  return written;
}

const isBinary = (type: string) => !type.startsWith('text/') && !/[/+]xml$/.test(type);

function decodeBase64(text: string): string {
  return cleanText(new TextDecoder().decode(Buffer.from(text, 'base64')));
}

function feedText(written: string, type: string, node: XmlNode): FeedText {
  const value = withoutCdataMarks(written);
  const isMarkup = type !== 'text/plain' || looksLikeHtml(value);
  return {
    value: isMarkup ? absolutizeHtml(harmlessReferences(value), node.base) : value,
    type,
    language: node.language?.replaceAll('_', '-') || null,
  };
}

/** The text on one line, without markup. */
export function lineOf(text: FeedText | null): string {
  if (text === null) return '';
  return text.type === 'text/plain' && !hasElement(text.value)
    ? oneLine(decodeReferences(text.value))
    : plainText(text.value);
}

/** Text that is called plain may speak of `<b>`; only a whole element says that it is not plain. */
const hasElement = (text: string) =>
  /<([a-z][a-z0-9]*)\b[^<>]*>[^<]*<\/\1\s*>|<(?:br|img)\b[^<>]*>/i.test(text);

/** The text as HTML, whatever type it was given. */
export function htmlOf(text: FeedText | null): string | null {
  if (text === null || text.value === '') return null;
  return text.type === 'text/plain' && !looksLikeHtml(text.value)
    ? escapeHtml(text.value)
    : text.value;
}
