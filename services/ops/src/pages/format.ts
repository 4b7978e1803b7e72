import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Counted } from '../words/counted.ts';
import { LOCALES, type Tongue } from '../words/words.ts';

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly distance: Intl.RelativeTimeFormat;
  /** Says «now» where no time lies between. */
  readonly present: Intl.RelativeTimeFormat;
  readonly span: Readonly<Record<Unit | 'millisecond', Intl.NumberFormat>>;
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
    const unit = (name: keyof Formats['span']) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
    known = {
      number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
      distance: new Intl.RelativeTimeFormat(locale, { style: 'short' }),
      present: new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' }),
      span: {
        day: unit('day'),
        hour: unit('hour'),
        minute: unit('minute'),
        second: unit('second'),
        millisecond: unit('millisecond'),
      },
    };
    formats.set(tongue, known);
  }
  return known;
}

export function count(view: View, n: number): string {
  return formatsOf(view).number.format(n);
}

/** A count for words that change with it. */
export function counted(view: View, n: number): Counted {
  const text = count(view, n);
  return { n, text, toString: () => text };
}

/** How long ago or until then; the instant itself as a tool tip. */
export function moment(view: View, at: Date | null, now: number = Date.now()): Html {
  if (at === null) return html`<span class="soft">${view.words.never}</span>`;
  const iso = at.toISOString();
  const ms = at.getTime() - now;
  const [name, unit] = unitOf(ms);
  const { distance, present } = formatsOf(view);
  const distant = Math.trunc(ms / unit);
  const text = distant === 0 ? present.format(0, name) : distance.format(distant, name);
  return html`<time datetime="${iso}" title="${iso}">${text}</time>`;
}

export function milliseconds(view: View, ms: number): string {
  return formatsOf(view).span.millisecond.format(ms);
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

/** An address for people to read: what it spells in its own script, and no more of it than tells it from others. */
export function readable(address: string): string {
  const text = decoded(address);
  return text.length > MOST_READ ? `${text.slice(0, MOST_READ - 1).trimEnd()}…` : text;
}

/** That, which begins at its scheme whatever script most of it is in. */
export function spelt(address: string): Html {
  return html`<bdi dir="ltr">${readable(address)}</bdi>`;
}

const MOST_READ = 120;

function decoded(address: string): string {
  try {
    // What would break the line, hide or turn the text round stays as it was spelt.
    return decodeURI(address).replace(/[\s\p{C}]/gu, (it) => encodeURIComponent(it));
  } catch {
    return address;
  }
}
