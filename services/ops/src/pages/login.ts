import { html } from '@nashra/site';
import { SIGN_ON_PATHS } from '../access/sign-on-paths.ts';
import type { View } from '../site/view.ts';
import { bare, page, tongues } from './layout.ts';

export interface Door {
  readonly complaint?: string | undefined;
  /** What the provider of a sign-on elsewhere is called. */
  readonly signOn?: string | undefined;
}

export function loginPage(view: View, next: string, { complaint, signOn }: Door = {}): string {
  const { words } = view;
  return bare(
    view,
    words.logIn,
    html`<main id="main" tabindex="-1" class="door"><section class="login"><h1>Nashra</h1>
      ${complaint && html`<p class="bad" role="alert">${complaint}</p>`}
      ${signOn !== undefined && html`<p><a class="button" href="${SIGN_ON_PATHS.begin}?${new URLSearchParams({ next }).toString()}">${words.signOn.by(signOn)}</a></p>`}
      <form method="post" action="/login"><input type="hidden" name="next" value="${next}">
      <label>${words.user}<input name="user" autocomplete="username" autofocus required></label>
      <label>${words.password}<input name="password" type="password" autocomplete="current-password" required></label>
      <button>${words.logIn}</button></form></section></main>${tongues(view)}`,
  );
}

/** To who is known and may not. */
export function deniedPage(view: View): string {
  const { words, operator } = view;
  const role = operator ? words.roles[operator.role] : '';
  const main = html`<section><p role="alert">${words.deniedText(role)}</p></section>`;
  return page(view, { at: '', title: words.denied, main });
}

export function missingPage(view: View): string {
  const { words } = view;
  const main = html`<main id="main" tabindex="-1" class="door"><section class="login"><h1>${words.missing}</h1><a href="/">${words.toOverview}</a></section></main>`;
  return bare(view, words.missing, main);
}
