import { findDate } from '@nashra/dates';

/** A visible or machine date to its instant; the scorers' form. */
export default function date(
  text: string,
  options: { lang?: string; tz?: string; ref?: string },
): { instant: string; precision: string } | null {
  const found = findDate(text, options);
  return found && { instant: found.instant, precision: found.precision };
}
