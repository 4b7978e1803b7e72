import type { buildConnector } from 'undici';
import { type Offer, plainDial } from '../guarded-agent.ts';
import type { FetchLimits } from '../limits.ts';
import { completingDial } from './completing-dial.ts';
import { type AskerOptions, issuerGet } from './issuer-get.ts';
import { MissingIssuers } from './missing-issuers.ts';

export interface WebDial extends AsyncDisposable {
  dial(offer: Offer): buildConnector.connector;
}

interface WebDialOptions extends AskerOptions {
  readonly ca?: string | string[];
}

/** Opens sockets to web servers, those too that leave out an intermediate certificate. */
export function webDial(options: WebDialOptions, limits: FetchLimits): WebDial {
  const { get, ...asker } = issuerGet(options, limits);
  const issuers = new MissingIssuers({ get, ca: options.ca });
  return {
    dial: (offer) =>
      completingDial({
        dialWith: (context) =>
          plainDial(context ? { secureContext: context } : options, limits, offer),
        issuers,
        timeoutMs: limits.headersMs,
      }),
    [Symbol.asyncDispose]: asker[Symbol.asyncDispose],
  };
}
