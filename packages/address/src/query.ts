import {
  cacheBusters,
  channelNames,
  channels,
  clockNames,
  trackingNames,
  trackingPrefixes,
} from './tracking.ts';

/** A parameter as it stands in the address, and its decoded name and value in lower case. */
export interface Parameter {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** The parameters of a query (`?` included or not), without empty ones. */
export function parametersOf(search: string): Parameter[] {
  return (
    search
      .split('&')
      // A query put behind another, and what is left of an `&amp;` that was escaped twice or cut.
      .map((raw) => raw.replace(/^(?:\?|amp;)+/i, ''))
      .filter((raw) => raw !== '' && raw !== '=')
      .map((raw) => {
        const [name = '', ...value] = raw.split('=');
        return { raw, name: lowered(name), value: lowered(value.join('=')) };
      })
  );
}

/** The query without what only tracks; everything else stays as it was written. */
export function withoutTracking(search: string): string {
  return parametersOf(search)
    .filter((parameter) => !tracks(parameter))
    .map(({ raw }) => raw)
    .join('&');
}

function tracks({ name, value }: Parameter): boolean {
  if (trackingNames.has(name)) return true;
  if (trackingPrefixes.some((prefix) => name.startsWith(prefix))) return true;
  if (channelNames.has(name)) return channels.has(value);
  if (clockNames.has(name)) return /^(\d{6,}|0?\.\d+)$/.test(value);
  if (name === 'sid') return /^[0-9a-z]{16,}$/.test(value);
  return cacheBusters.has(name) && /^(\d*|0?\.\d+)$/.test(value);
}

function lowered(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}
