import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { LOCALES, type Tongue } from '../words/words.ts';

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly distance: Intl.RelativeTimeFormat;
  readonly span: Readonly<Record<Unit, Intl.NumberFormat>>;
}

type Unit = 'day' | 'hour' | 'minute' | 'second';

const UNITS: readonly (readonly [Unit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

const formats = new Map<Tongue, Formats>();

function formatsOf({ tongue }: Pick<View, 'tongue'>): Formats {
  let known = formats.get(tongue);
  if (!known) {
    const locale = LOCALES[tongue];
    const unit = (name: Unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
    known = {
      number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
      distance: new Intl.RelativeTimeFormat(locale, { style: 'short' }),
      span: {
        day: unit('day'),
        hour: unit('hour'),
        minute: unit('minute'),
        second: unit('second'),
      },
    };
    formats.set(tongue, known);
  }
  return known;
}

export function count(view: View, n: number): string {
  return formatsOf(view).number.format(n);
}

/** How long ago or until then; the instant itself as a tool tip. */
export function moment(view: View, at: Date | null, now: number = Date.now()): Html {
  if (at === null) return html`<span class="soft">${view.words.never}</span>`;
  const iso = at.toISOString();
  const ms = at.getTime() - now;
  const [name, unit] = unitOf(ms);
  const text = formatsOf(view).distance.format(Math.trunc(ms / unit), name);
  return html`<time datetime="${iso}" title="${iso}">${text}</time>`;
}

/** `15 min` from seconds. */
export function span(view: View, seconds: number): string {
  const [name, unit] = unitOf(seconds * 1_000);
  return formatsOf(view).span[name].format(Math.round((seconds * 1_000) / unit));
}

function unitOf(ms: number): readonly [Unit, number] {
  return UNITS.find(([, unit]) => Math.abs(ms) >= unit) ?? ['second', 1_000];
}

/** A link that tells the other site nothing of this one; text that is no web address stays text. */
export function outside(address: string, text: string = address): Html {
  if (!/^https?:\/\//i.test(address)) return html`<bdi>${text}</bdi>`;
  return html`<a href="${address}" rel="noreferrer noopener" target="_blank" dir="auto">${text}</a>`;
}
