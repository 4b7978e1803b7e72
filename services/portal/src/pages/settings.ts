import { html } from '@nashra/site';
import type { Taste } from '../site/taste.ts';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';
import { nameOf } from './publisher-name.ts';

/** What one reader wants of the site: without an account, in a cookie that holds nothing else. */
export function settingsPage(view: View, taste: Taste | null, isSaved: boolean): Page {
  const { words } = view;
  const muted = new Set(taste?.muted ?? []);
  const publishers = [...view.publishers.values()];
  return {
    title: words.settings,
    noindex: true,
    main: html`<h1>${words.settings}</h1>${isSaved && html`<p role="status">${words.saved}</p>`}
      <p class="line">${words.settingsText}</p>
      <form class="settings" method="post" action="${view.href('/settings')}">
      <p><label><input type="checkbox" name="visits" value="1"${taste?.visits && html` checked`}> ${words.markNew}</label></p>
      <p><label for="words">${words.mutedWords}</label><textarea id="words" name="words" rows="5" dir="auto" maxlength="2000">${(taste?.words ?? []).join('\n')}</textarea></p>
      <fieldset><legend>${words.mutedPublishers}</legend><ul class="plain">${publishers.map(
        (it) =>
          html`<li><label><input type="checkbox" name="muted" value="${it.slug}"${muted.has(it.slug) && html` checked`}> <bdi>${nameOf(view, it.slug, it.name)}</bdi></label></li>`,
      )}</ul></fieldset>
      <p><button>${words.save}</button></p></form>`,
  };
}
