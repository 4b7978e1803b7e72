import type { buildConnector } from 'undici';
import { plainDial } from '../guarded-agent.ts';
import type { FetchLimits } from '../limits.ts';
import { completingDial } from './completing-dial.ts';
import { type AskerOptions, issuerGet } from './issuer-get.ts';
import { MissingIssuers } from './missing-issuers.ts';

export interface WebDial extends AsyncDisposable {
  readonly dial: buildConnector.connector;
}

interface WebDialOptions extends AskerOptions {
  readonly ca?: string | string[];
}

/** Opens sockets to web servers, those too that leave out an intermediate certificate. */
export function webDial(options: WebDialOptions, limits: FetchLimits): WebDial {
  const { get, ...asker } = issuerGet(options, limits);
  return {
    dial: completingDial({
      dialWith: (context) => plainDial(context ? { secureContext: context } : options, limits),
      issuers: new MissingIssuers({ get, ca: options.ca }),
      timeoutMs: limits.headersMs,
    }),
    [Symbol.asyncDispose]: asker[Symbol.asyncDispose],
  };
}
