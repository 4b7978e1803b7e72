import { parseEpoch } from './machine/epoch.ts';
import { type MachineDate, parseIso } from './machine/iso.ts';
import { parseRfc822 } from './machine/rfc822.ts';
import { readScene, refMs, survey } from './read-text.ts';
import { toParsed } from './result.ts';
import type { ParsedDate, ParseOptions } from './types.ts';
import { isZone } from './zone.ts';

/** Longer texts are no dates; the bound keeps every rule's cost a constant. */
const MAX_LENGTH = 256;
const MAX_LINE = 600;

/**
 * Reads a text that is a date: a feed's, a meta element's, a `time` element's or a visible one, in
 * any of the known languages. Everything in it must be explained; null otherwise. Never throws.
 */
export function parseDate(text: string, options: ParseOptions = {}): ParsedDate | null {
  if (text.length > MAX_LENGTH * 2) return null;
  const trimmed = text.trim();
  return (
    parseInNamedZone(trimmed, options) ??
    parseTrimmed(trimmed, options) ??
    parseInUnknownZone(trimmed, options)
  );
}

/** A zone by its IANA name behind a time, in brackets or not; an offset beside it outranks it, as in RFC 9557. */
const NAMED_ZONE = /[\s[(]([A-Za-z]{2,14}(?:\/[A-Za-z][A-Za-z0-9_+-]{1,30}){1,2})[\])]?$/;

function parseInNamedZone(text: string, options: ParseOptions): ParsedDate | null {
  const [suffix, tz] = NAMED_ZONE.exec(text) ?? [];
  if (suffix === undefined || tz === undefined || !isZone(tz)) return null;
  const date = parseTrimmed(text.slice(0, -suffix.length).trimEnd(), { ...options, tz });
  return date && { ...date, zone: 'explicit' };
}

/** Capitals that nobody knows behind a time say nothing of its zone (RFC 5322 §4.3). */
const UNKNOWN_ZONE = /(?<=:\d\d) [A-Z]{2,5}$/;

function parseInUnknownZone(text: string, options: ParseOptions): ParsedDate | null {
  const at = text.search(UNKNOWN_ZONE);
  return at < 0 ? null : parseTrimmed(text.slice(0, at), options);
}

function parseTrimmed(trimmed: string, options: ParseOptions): ParsedDate | null {
  const machine = readMachine(trimmed, options.tz ?? 'UTC');
  if (machine !== undefined)
    return SHORT_YEAR.test(trimmed) ? later(machine, trimmed, options) : machine;
  return readShown(trimmed, options);
}

function readShown(trimmed: string, options: ParseOptions): ParsedDate | null {
  const scene = survey(trimmed, options);
  return scene ? readScene(scene, 'whole') : null;
}

/** 04-08-25: year first as ISO 8601 had it once, or last as people write it. */
const SHORT_YEAR = /^\d\d-\d\d-\d\d(?!\d)/;
const DAY_MS = 86_400_000;

/** Of both readings the later one that lies not ahead: what is read is news. */
function later(
  machine: ParsedDate | null,
  trimmed: string,
  options: ParseOptions,
): ParsedDate | null {
  const ref = refMs(options.ref);
  const shown = ref === undefined ? null : readShown(trimmed, options);
  if (!shown || !machine) return machine;
  const at = Date.parse(shown.instant);
  return at > Date.parse(machine.instant) && at <= (ref as number) + DAY_MS ? shown : machine;
}

/**
 * Finds the date in a short visible line that says more than a date ("Publié le 3 mai 2024 par X").
 * For bylines and the like only: headlines and bodies speak of other days.
 */
export function findDate(text: string, options: ParseOptions = {}): ParsedDate | null {
  if (text.length > MAX_LINE) return null;
  const trimmed = text.trim();
  // A bare year or month is a date in a feed and nothing in a line.
  if (/^\d{4}(?:-\d\d)?$/.test(trimmed)) return null;
  const machine = readMachine(trimmed, options.tz ?? 'UTC');
  if (machine) return SHORT_YEAR.test(trimmed) ? later(machine, trimmed, options) : machine;
  const scene = survey(trimmed, options);
  if (!scene) return null;
  return (machine === undefined ? readScene(scene, 'whole') : null) ?? readScene(scene, 'within');
}

/** Undefined when the text is of no machine format, null when it is of one and says nonsense, or cannot be a date. */
function readMachine(text: string, tz: string): ParsedDate | null | undefined {
  if (text.length < 2 || text.length > MAX_LENGTH) return null;
  const rfc = parseRfc822(text);
  if (rfc) return fromMachine(rfc, 'rfc822', tz);
  const ms = parseEpoch(text);
  if (ms !== undefined) {
    const base = { ms, precision: 'second', confidence: 0.9 } as const;
    return toParsed({ ...base, calendar: 'gregorian', pattern: 'epoch' }, tz);
  }
  const iso = parseIso(text);
  return iso ? fromMachine(iso, 'iso', tz) : iso;
}

function fromMachine(date: MachineDate, pattern: 'iso' | 'rfc822', tz: string): ParsedDate | null {
  return toParsed({ ...date, calendar: 'gregorian', pattern }, tz);
}
