import { isZone } from '@nashra/dates';
import { InvalidArgumentError } from 'commander';

/** Reads an option that is a time zone by its IANA name. */
export function timeZone(name: string): string {
  if (isZone(name)) return name;
  throw new InvalidArgumentError('an IANA name like Africa/Casablanca is wanted');
}
