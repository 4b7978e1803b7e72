import { html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';

export function errorPage(view: View, status: number): Page {
  const { words } = view;
  const [title, text] =
    status === 404
      ? words.missing
      : status === 410
        ? words.gone
        : status === 429
          ? words.busy
          : status < 500
            ? words.badRequest
            : words.broken;
  const main = html`<h1>${title}</h1><p>${text}</p><p><a href="${view.href('/')}">${words.home}</a></p>`;
  return { status, title, main };
}
