export { clampToNow } from './clamp.ts';
export { isMonth, isWeekday } from './day-words.ts';
export { findDate, parseDate } from './parse-date.ts';
export { readSince } from './since.ts';
export type { Calendar, ParsedDate, ParseOptions, Pattern, Precision } from './types.ts';
export { isZone, offsetAt } from './zone.ts';
