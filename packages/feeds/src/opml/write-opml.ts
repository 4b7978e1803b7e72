import { escapeAttribute, escapeHtml } from '../markup/plain-text.ts';
import type { Outline } from './outline.ts';

/** Writes a list of subscriptions as OPML 2.0 that every reader takes. */
export function writeOpml(outlines: readonly Outline[], title = 'Subscriptions'): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeHtml(title)}</title></head>`,
    '  <body>',
    ...outlines.flatMap((outline) => linesOf(outline, '    ')),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function linesOf(outline: Outline, indent: string): string[] {
  const attributes = attributesOf(outline)
    .flatMap(([name, value]) => (value === null ? [] : [` ${name}="${escapeAttribute(value)}"`]))
    .join('');
  if (outline.children.length === 0) return [`${indent}<outline${attributes}/>`];
  const children = outline.children.flatMap((child) => linesOf(child, `${indent}  `));
  return [`${indent}<outline${attributes}>`, ...children, `${indent}</outline>`];
}

function attributesOf(outline: Outline): [name: string, value: string | null][] {
  return [
    ['text', outline.title],
    ['title', outline.title],
    ['type', outline.feedUrl === null ? null : 'rss'],
    ['xmlUrl', outline.feedUrl],
    ['htmlUrl', outline.siteUrl],
    ['description', outline.description],
    ['language', outline.language],
    ['category', outline.categories.join(',') || null],
  ];
}
