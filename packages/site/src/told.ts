import { directionOf } from './direction.ts';
import { type Html, html } from './html.ts';

/** A publisher's text within ours: isolated, with its own language and direction. */
export function told(text: string, language: string | null | undefined): Html {
  return html`<bdi${langOf(language)} dir="${directionOf(text, language)}">${text}</bdi>`;
}

/** The attributes of an element that holds a publisher's text alone. */
export function telling(text: string, language: string | null | undefined): Html {
  return html`${langOf(language)} dir="${directionOf(text, language)}"`;
}

const TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

function langOf(language: string | null | undefined): Html | null {
  return language && TAG.test(language) ? html` lang="${language}"` : null;
}
