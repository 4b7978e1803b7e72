import { html } from '@nashra/site';
import type { Channel } from './channel.ts';

/** Atom 1.0 (RFC 4287). */
export function atom({
  title,
  description,
  icon,
  page,
  self,
  language,
  updated,
  entries,
}: Channel): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${title}</title><subtitle>${description}</subtitle><id>${self}</id><icon>${icon}</icon>
<link href="${page}"/><link rel="self" type="application/atom+xml" href="${self}"/><updated>${updated.toISOString()}</updated>
${entries.map(
  (
    it,
  ) => html`<entry${it.language && html` xml:lang="${it.language}"`}><title>${it.title}</title><id>${it.address}</id>
<link href="${it.address}"/><link rel="via" href="${it.source}"/>${it.image && html`<link rel="enclosure" href="${it.image}"/>`}<published>${it.publishedAt.toISOString()}</published>
<updated>${it.updatedAt.toISOString()}</updated>
${(it.authors.length > 0 ? it.authors : [it.publisher]).map((name) => html`<author><name>${name}</name></author>`)}
${it.section && html`<category term="${it.section}"/>`}${it.summary && html`<summary>${it.summary}</summary>`}</entry>
`,
)}</feed>
`.text;
}
