import type { XmlNode } from '../xml/node.ts';
import { voidElements } from './html-names.ts';
import { escapeHtml } from './plain-text.ts';
import { replaceTags } from './tags.ts';

const section = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g;
const anatomy = /^<(\/?)([^\s/>]+)([\s\S]*)>$/;
const xhtmlBinding = /\sxmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/g;

/**
 * Markup that stands in a feed as XML, as HTML: sections become text, prefixes bound to XHTML go, empty elements get
 * the end tag that HTML wants.
 */
export function inlineMarkup(node: XmlNode): string {
  const raw = node.inner.trim();
  if (!raw.includes('<')) return raw;
  const text = raw.includes('<![CDATA[')
    ? raw.replace(section, (_, characters: string) => escapeHtml(characters))
    : raw;
  const prefixes = new Set(Array.from(text.matchAll(xhtmlBinding), ([, prefix]) => prefix ?? ''));
  const isXhtml = (prefix: string) =>
    prefixes.has(prefix) || /\/1999\/xhtml$/.test(node.scope.uriOf(prefix.toLowerCase()) ?? '');
  return replaceTags(text, (tag) => tagAsHtml(tag, isXhtml));
}

function tagAsHtml(tag: string, isXhtml: (prefix: string) => boolean): string {
  const parts = anatomy.exec(tag);
  if (!parts) return tag;
  const [, close, written = '', rest = ''] = parts;
  const colon = written.indexOf(':');
  const name = colon > 0 && isXhtml(written.slice(0, colon)) ? written.slice(colon + 1) : written;
  if (close) return voidElements.has(name) ? '' : `</${name}>`;
  const attributes = (rest.includes('xmlns') ? rest.replace(xhtmlBinding, '') : rest).trimEnd();
  if (!attributes.endsWith('/')) return `<${name}${attributes}>`;
  const open = `<${name}${attributes.slice(0, -1).trimEnd()}`;
  return voidElements.has(name) ? `${open} />` : `${open}></${name}>`;
}
