import type { Yield } from '@nashra/articles';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count, span } from './format.ts';
import { trend } from './trend.ts';

const FIELDS = ['title', 'date', 'authors', 'body', 'image'] as const;
/** Under this share somebody should look, where most of the rest is found. */
const FEW = 0.8;

/** Two weeks of a publisher's articles as a row of bars. */
export function yieldTrend({ words }: View, it: Yield | undefined): Html | null {
  if (!it || it.of === 0) return null;
  return trend(it.perDay, words.yields.perDay);
}

/** Which share of the latest has what, and how soon they come. */
export function yieldShares(view: View, it: Yield | undefined): Html {
  const { yields } = view.words;
  if (!it || it.of === 0) return html`<span class="soft">${yields.noneYet}</span>`;
  const percent = (share: number) => `${count(view, Math.round(100 * share))} %`;
  const fields = FIELDS.map((name) => {
    const share = it.fields[name];
    return html`<span class="${share < FEW ? 'warn' : 'soft'}">${yields.fields[name]} ${percent(share)}</span> `;
  });
  return html`<small class="shares">${fields}${
    it.copies > 0 && html`<span>${yields.copies} ${percent(it.copies)}</span> `
  }${it.lag !== null && html`<span>${yields.lag} ${span(view, it.lag)}</span>`}</small>`;
}
