import { type Html, html } from '@nashra/site';

const numbers = new Intl.NumberFormat('en');

export function count(n: number): string {
  return numbers.format(n);
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `3 min ago`, `in 2 h`; the instant itself as a tool tip. */
export function moment(at: Date | null, now: number = Date.now()): Html {
  if (at === null) return html`<span class="soft">never</span>`;
  const iso = at.toISOString();
  return html`<time datetime="${iso}" title="${iso}">${distance(at.getTime() - now)}</time>`;
}

function distance(ms: number): string {
  const size = Math.abs(ms);
  const [name, unit] = UNITS.find(([, unit]) => size >= unit) ?? ['', 0];
  if (unit === 0) return 'now';
  const text = `${Math.floor(size / unit)} ${name}`;
  return ms < 0 ? `${text} ago` : `in ${text}`;
}

/** `15 min` from seconds. */
export function span(seconds: number): string {
  return distance(seconds * 1000).replace('in ', '');
}

/** A link that tells the other site nothing of this one; text that is no web address stays text. */
export function outside(address: string, text: string = address): Html {
  if (!/^https?:\/\//i.test(address)) return html`<bdi>${text}</bdi>`;
  return html`<a href="${address}" rel="noreferrer noopener" target="_blank" dir="auto">${text}</a>`;
}
