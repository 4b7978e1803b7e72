import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';

/** Where a verb's reason is written, which may not be blank: under its label, or with one for screen readers where there is no room. */
export function becauseInput({ words }: View, label?: string): Html {
  const named = label !== undefined && html` aria-label="${label}" placeholder="${words.because}"`;
  return html`<input name="because" required pattern=".*\\S.*" maxlength="2000" dir="auto"${named}>`;
}

export const becauseField = (view: View): Html =>
  html`<label>${view.words.because}${becauseInput(view)}</label>`;
