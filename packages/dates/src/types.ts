/** How exactly an instant is known; a `day` is its first instant in the zone, `approx` covers "3 hours ago". */
export type Precision = 'day' | 'minute' | 'second' | 'approx';

export type Calendar = 'gregorian' | 'hijri' | 'jalali';

export interface ParseOptions {
  /** BCP 47 tag of the text; settles words that mean different months in different languages. */
  readonly lang?: string | undefined;
  /** IANA zone of the publisher, for times that name none. Default: the language's only zone, or UTC. */
  readonly tz?: string | undefined;
  /** The time at which the text was read; without it relative and yearless dates give null. */
  readonly ref?: Date | string | undefined;
}

/** The rule that read a date, as evidence. */
export type Pattern =
  | 'iso'
  | 'rfc822'
  | 'epoch'
  | 'named'
  | 'numeric'
  | 'yearless'
  | 'relative'
  | 'day-word';

export interface ParsedDate {
  /** ISO 8601 in UTC: `2024-12-20T18:11:00Z`. */
  readonly instant: string;
  readonly precision: Precision;
  /** 0 to 1: how sure the reading is, not how true the text. */
  readonly confidence: number;
  /** Whether the text named its zone or the given one was assumed. */
  readonly zone: 'explicit' | 'assumed';
  readonly calendar: Calendar;
  readonly pattern: Pattern;
}

/** A wall-clock date and time before its zone is applied; month and day from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly precision: 'minute' | 'second';
  /** Minutes east of UTC when the text names an offset, an IANA zone when it names the clock of a place. */
  readonly offset?: number | string | undefined;
}
