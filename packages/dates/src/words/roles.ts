import type { Calendar } from '../types.ts';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** `noon` and `night` shift by the hour they stand with: 1 ظهرا is 13, 2 ليلا is 2, 9 ليلا is 21. */
export type Meridiem = 'am' | 'pm' | 'noon' | 'night';

export type Mark =
  /** Before a span of time: منذ, il y a. */
  | 'since'
  /** After one: ago, önce. */
  | 'ago'
  /** Before it in one language, after it in another: قبل, fa. */
  | 'beside'
  | 'now'
  | 'today'
  | 'yesterday'
  | 'before-yesterday'
  | 'and'
  /** A date or time of updating follows. */
  | 'updated'
  /** A time of day follows: الساعة, à, um. */
  | 'clock'
  | 'hijri'
  | 'jalali'
  | 'gregorian';

export interface MonthRole {
  readonly month: number;
  readonly calendar: Calendar;
  readonly lang: string;
}

/** Everything one word or phrase can be; the grammar decides by its neighbours. */
export interface Word {
  months?: MonthRole[];
  weekday?: number;
  meridiem?: Meridiem;
  /** Stands after a number and says which part of a date or time it is: 年, h, Uhr. */
  part?: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
  unit?: { readonly unit: Unit; readonly count?: number };
  number?: number;
  /** An hour named by an ordinal (الثالثة), or minutes named by a fraction of one (والنصف, إلا ربعا). */
  hour?: number;
  minutes?: number;
  /** Names the first of a month: فاتح. */
  dayNumber?: number;
  /** Minutes east of UTC. */
  /** Minutes east of UTC, or the IANA zone of a place. */
  zone?: number | string;
  mark?: Mark;
  /** Explained, and nothing more. */
  filler?: boolean;
}
