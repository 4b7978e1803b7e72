import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A provider of OpenID Connect of the test's own, on loopback, with the people it knows. */
export interface TestProvider extends AsyncDisposable {
  readonly issuer: string;
  readonly groups: Map<string, readonly string[]>;
}

export const CLIENT = { id: 'nashra', secret: 'a-secret-of-the-client' };

/** @param backTo where the console takes people back, known before it runs */
export async function startProvider(backTo: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const groups = new Map<string, readonly string[]>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [backTo],
        post_logout_redirect_uris: [new URL('/login', backTo).href],
      },
    ],
    cookies: { keys: ['a key of the test'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'], email: ['email'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id, groups: groups.get(id) ?? [] }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    groups,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
