import type { XmlNode } from '../xml/node.ts';
import { voidElements } from './html-names.ts';
import { escapeHtml } from './plain-text.ts';
import { replaceTags } from './tags.ts';

const section = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g;
const anatomy = /^<(\/?)([^\s/>]+)([\s\S]*)>$/;
const xhtmlBinding = /\sxmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/g;

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
  return replaceTags(text, (tag) => tagAsHtml(tag, node));
}

function tagAsHtml(tag: string, node: XmlNode): string {
  const parts = anatomy.exec(tag);
  if (!parts) return tag;
  const [, close, written = '', rest = ''] = parts;
  const canonical = written.includes(':') ? node.scope.element(written) : written;
  const name = canonical.startsWith('xhtml:') ? canonical.slice(6) : written;
  if (close) return voidElements.has(name) ? '' : `</${name}>`;
  const attributes = (rest.includes('xmlns') ? rest.replace(xhtmlBinding, '') : rest).trimEnd();
  if (!attributes.endsWith('/')) return `<${name}${attributes}>`;
  const open = `<${name}${attributes.slice(0, -1).trimEnd()}`;
  return voidElements.has(name) ? `${open} />` : `${open}></${name}>`;
}
