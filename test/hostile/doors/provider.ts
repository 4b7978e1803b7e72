import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a token says, as JSON takes it. */
export type Claims = Readonly<Record<string, unknown>>;

/** How a provider answers who brings a code: the nonce it was begun with, its own issuer. */
export type Answering = (nonce: string, issuer: string) => { status?: number; body: string };

export interface HostileProvider extends AsyncDisposable {
  readonly issuer: string;
  /** What it says from now on; `nonce` is that of the sign-on that has begun. */
  says(answering: Answering, nonce: string): void;
}

export const CLIENT_ID = 'nashra';
const encoded = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url');

/** A provider that has an honest face and answers codes as it is told. */
export async function startHostileProvider(): Promise<HostileProvider> {
  let answer: Answering = () => ({ status: 500, body: '' });
  let begunWith = '';
  const server = createServer(({ url = '' }, response) => {
    const endpoint = (path: string) => issuer + path;
    const { status = 200, body } = url.startsWith('/.well-known/')
      ? {
          body: JSON.stringify({
            issuer,
            authorization_endpoint: endpoint('/authorize'),
            token_endpoint: endpoint('/token'),
            jwks_uri: endpoint('/keys'),
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
        }
      : answer(begunWith, issuer);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    says(answering, nonce) {
      answer = answering;
      begunWith = nonce;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token of these claims beside the usual ones; what comes over the provider's own connection needs no signature (OpenID Connect Core 1.0, 3.1.3.7). */
export const saying =
  (claims: Claims, head: Claims = { alg: 'RS256' }): Answering =>
  (nonce, iss) => {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss, aud: CLIENT_ID, sub: 'somebody', nonce, iat: now, exp: now + 60 };
    const token = `${encoded(head)}.${encoded({ ...usual, groups: ['ops'], ...claims })}.c2ln`;
    return tokens({ id_token: token });
  };

/** An answer of tokens, with something else in it. */
export const tokens = (more: Claims) => ({
  body: JSON.stringify({ access_token: 'a', token_type: 'bearer', expires_in: 60, ...more }),
});
