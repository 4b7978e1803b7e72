import { html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';

const SAID = { 403: 'foreign', 404: 'missing', 410: 'gone', 429: 'busy' } as const;

export function errorPage(view: View, status: number): Page {
  const { words } = view;
  const said = status < 500 ? (SAID[status as keyof typeof SAID] ?? 'badRequest') : 'broken';
  const [title, text] = words[said];
  const main = html`<h1>${title}</h1><p>${text}</p><p><a href="${view.href('/')}">${words.home}</a></p>`;
  return { status, title, main };
}
