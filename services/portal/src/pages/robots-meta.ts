import type { ReaderArticle } from '@nashra/reader';
import { type Html, html } from '@nashra/site';

/** What an article's page restricts, handed on to who reads ours; null for nothing. */
export function robotsMeta({ rights }: Pick<ReaderArticle, 'rights'>): Html | null {
  if (!rights) return null;
  const rules = [
    rights.index === false && 'noindex',
    'noarchive',
    rights.snippet !== undefined && `max-snippet:${rights.snippet}`,
    rights.image === false && 'noimageindex',
  ].filter((it) => it !== false);
  return html`<meta name="robots" content="${rules.join(', ')}">
${rights.mining && html`<meta name="tdm-reservation" content="1">`}
${rights.policy && html`<meta name="tdm-policy" content="${rights.policy}">`}`;
}
