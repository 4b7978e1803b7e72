import { html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { bare, tongues } from './layout.ts';

/** Leads on by itself, as a page of this site. */
export function onwardPage(view: View, next: string): string {
  const { words } = view;
  const main = html`<main id="main" tabindex="-1" class="door"><section class="login"><h1>${words.logIn}</h1>
    <p><a href="${next}">${words.signOn.onward}</a></p></section></main>`;
  return bare(view, words.logIn, main, html`<meta http-equiv="refresh" content="0;url=${next}">`);
}

/** Who logged out here may still be signed on at the provider. */
export function loggedOutPage(view: View, called: string, elsewhere: string | null): string {
  const { words } = view;
  return bare(
    view,
    words.logOut,
    html`<main id="main" tabindex="-1" class="door"><section class="login"><h1>${words.signOn.loggedOut}</h1>
      ${elsewhere !== null && html`<p><a href="${elsewhere}" rel="noreferrer">${words.signOn.outThere(called)}</a></p>`}
      <p><a href="/login">${words.logIn}</a></p></section></main>${tongues(view)}`,
  );
}
