import { html } from '@nashra/site';
import { bare } from './layout.ts';

export function loginPage(next: string, complaint?: string): string {
  return bare(
    'Log in',
    html`<section class="login"><h2>Nashra</h2>${complaint && html`<p class="bad">${complaint}</p>`}
      <form method="post" action="/login"><input type="hidden" name="next" value="${next}">
      <label>User<input name="user" autocomplete="username" autofocus required></label>
      <label>Password<input name="password" type="password" autocomplete="current-password" required></label>
      <button>Log in</button></form></section>`,
  );
}
