import { findDate, parseDate } from '@nashra/dates';

/** A visible or machine date to its instant; the scorers' form. */
export default function date(
  text: string,
  options: { lang?: string; tz?: string; ref?: string },
): { instant: string; precision: string } | null {
  const found = parseDate(text, options) ?? findDate(text, options);
  return found && { instant: found.instant, precision: found.precision };
}
