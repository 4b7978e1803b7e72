import { html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';

/** What the site and its robot do, and how to ask for removal. */
export function aboutPage(view: View): Page {
  const { words } = view;
  const main = html`<h1>${words.about}</h1>${words.aboutText.map((it) => html`<p>${it}</p>`)}`;
  return { title: words.about, main };
}
