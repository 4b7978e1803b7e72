import type { AccessOf } from '@nashra/http';
import { type AccessChange, AccessError, accessOnce, sourceVariables } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';

/** As commander gives it. */
export interface AccessOptions {
  readonly header?: readonly string[];
  readonly cookie?: string;
  readonly userAgent?: string;
  readonly basic?: string;
  readonly proxy?: string;
}

/** What was said of how a source is asked; undefined where nothing was. */
export function accessSaid(options: AccessOptions): AccessChange | undefined {
  const { header = [], cookie, userAgent, basic, proxy } = options;
  const headers = Object.fromEntries([
    ...header.map(field),
    ...(cookie === undefined ? [] : [['cookie', cookie] as const]),
    ...(userAgent === undefined ? [] : [['user-agent', userAgent] as const]),
  ]);
  if (Object.keys(headers).length === 0 && basic === undefined && proxy === undefined) {
    return undefined;
  }
  return { headers, basic, proxy };
}

/** The same for one look at an address. */
export function accessToLook(address: string, options: AccessOptions): AccessOf | undefined {
  const change = accessSaid(options);
  if (change === undefined || !URL.canParse(address)) return undefined;
  try {
    return accessOnce(address, change, sourceVariables(process.env));
  } catch (error) {
    throw error instanceof AccessError ? new CliError(`${error.message}.`, EXIT.usage) : error;
  }
}

function field(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  // The text itself may be a secret.
  if (at <= 0) throw new CliError('A header is «Name: value».', EXIT.usage);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
