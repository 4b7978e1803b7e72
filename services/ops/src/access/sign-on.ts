import type { Secret } from '@nashra/env';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { type RoleOf, roleIn } from './role-claim.ts';
import type { Ticket } from './ticket.ts';

/** How people sign on elsewhere (OpenID Connect Core 1.0: code flow with PKCE, state and nonce). */
export interface SignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: Secret | undefined;
  readonly scope: string;
  /** The claim that says what somebody may, and which of its values gives which role. */
  readonly claim: string;
  readonly roles: RoleOf;
}

/** `unreachable`: the provider does not answer; `refused`: it, or what it sent, was not as it must be; `roleless`: nobody's role. */
export class SignOnError extends Error {
  override name = 'SignOnError';
  readonly why: 'unreachable' | 'refused' | 'roleless';

  constructor(why: SignOnError['why'], options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

export interface SignOnProvider {
  readonly issuer: string;
  /** Where to send somebody, and what they must come back with. @throws SignOnError */
  begin(backTo: string, next: string): Promise<{ readonly to: string; readonly ticket: Ticket }>;
  /** Who has come back. @throws SignOnError */
  finish(
    at: URL,
    ticket: Ticket,
  ): Promise<{ readonly subject: string; readonly name: string; readonly role: RoleOf[0][1] }>;
  /** Where somebody logs out there too; null where the provider has no such place, or does not answer. */
  end(backTo: string): Promise<string | null>;
}

/** What a provider says of itself is believed so long. */
const FRESH_MS = 3_600_000;
const TIMEOUT_S = 10;
/** OpenID Connect Core 1.0, section 2; what no column takes as it is would be somebody else's. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

export function openSignOn(settings: SignOnSettings): SignOnProvider {
  const { issuer, clientId, clientSecret, scope, claim, roles } = settings;
  let known: { readonly at: number; readonly config: Promise<Configuration> } | undefined;

  async function provider(): Promise<Configuration> {
    if (!known || Date.now() - known.at > FRESH_MS) {
      const url = new URL(issuer);
      const execute = isLoopback(url) ? [allowInsecureRequests] : [];
      const config = discovery(url, clientId, clientSecret?.reveal(), undefined, {
        execute,
        timeout: TIMEOUT_S,
      });
      const mine = { at: Date.now(), config };
      known = mine;
      // Asked again by the next who comes.
      config.catch(() => {
        if (known === mine) known = undefined;
      });
    }
    return await known.config.catch((cause: unknown) => {
      throw new SignOnError('unreachable', { cause });
    });
  }

  return {
    issuer,
    async begin(backTo, next) {
      const config = await provider();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const to = buildAuthorizationUrl(config, {
        ...{ redirect_uri: backTo, scope, state, nonce, code_challenge_method: 'S256' },
        code_challenge: await calculatePKCECodeChallenge(verifier),
      });
      return { to: to.href, ticket: { state, nonce, verifier, next } };
    },
    async finish(at, { state, nonce, verifier }) {
      const config = await provider();
      const checks = {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
        idTokenExpected: true,
      };
      const answer = await authorizationCodeGrant(config, at, checks).catch((cause: unknown) => {
        throw new SignOnError('refused', { cause });
      });
      const claims = answer.claims();
      if (!claims) throw new SignOnError('refused');
      if (!SUBJECT.test(claims.sub)) throw new SignOnError('refused');
      const role = roleIn(claims[claim], roles);
      if (!role) throw new SignOnError('roleless');
      const { preferred_username, email, name } = claims;
      const called = [preferred_username, email, name].find((it) => typeof it === 'string');
      return { subject: `${claims.iss} ${claims.sub}`, name: called ?? claims.sub, role };
    },
    async end(backTo) {
      const config = await provider().catch(() => null);
      if (!config?.serverMetadata().end_session_endpoint) return null;
      const asked = { post_logout_redirect_uri: backTo, client_id: clientId };
      return buildEndSessionUrl(config, asked).href;
    },
  };
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
