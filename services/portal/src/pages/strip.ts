import { type Html, html } from '@nashra/site';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { told } from '../text/told.ts';

/** The headlines as they run: still for who wants them still, for who points at them, and for who is among them by keyboard. */
export function strip(view: View): Html {
  const { words } = view;
  return html`<section class="strip" aria-label="${words.strip}"><input type="checkbox" id="still"
    ><label for="still">${words.pauseStrip}</label><div class="run">${stripList(view)}</div></section>`;
}

export function stripList(view: View): Html {
  return html`<ul id="strip" data-of="${view.href('/strip')}">${view.strip.map(
    (it) =>
      html`<li><a href="${view.href(articlePath(it))}">${told(it.title, it.language)}</a></li>`,
  )}</ul>`;
}
