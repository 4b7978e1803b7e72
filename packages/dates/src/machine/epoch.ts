const SECONDS = /^([1-4]\d{9})(?:\.\d{1,6})?$/;
/** With three digits more they are microseconds, with six nanoseconds. */
const MILLISECONDS = /^([1-4]\d{12})(?:\d{3}){0,2}$/;
const DOT_NET = /^\\?\/Date\((-?\d{10,14})(?:[+-]\d{4})?\)\\?\/$/;

/** Seconds, milliseconds or microseconds since 1970, from 2001 on, in milliseconds; or undefined. */
export function parseEpoch(text: string): number | undefined {
  const seconds = SECONDS.exec(text);
  if (seconds) return Number(seconds[1]) * 1000;
  const ms = MILLISECONDS.exec(text) ?? DOT_NET.exec(text);
  return ms ? Number(ms[1]) : undefined;
}
