import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { addressKey, canonicalAddress } from '@nashra/address';
import { generate } from 'selfsigned';
import type { CorpusDocument } from './load-corpus.ts';

export interface CorpusServer extends AsyncDisposable {
  /** For NASHRA_CONNECT_TO: every host leads here. */
  readonly connectTo: string;
  /** PEM: the certificate for all the hosts. */
  readonly certificate: string;
}

/** Serves the corpus on loopback under the pages' own host names, by HTTP and HTTPS. */
export async function serveCorpus(documents: readonly CorpusDocument[]): Promise<CorpusServer> {
  const byKey = new Map(documents.map((document) => [keyOf(document.address), document]));
  const hosts = new Set(documents.map(({ address }) => new URL(address).hostname));
  const pem = await generate([{ name: 'commonName', value: 'corpus' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [...hosts].map((value) => ({ type: 2, value })) },
    ],
  });
  const plain = await listen(createServer(answer('http', byKey)));
  const tls = await listen(
    createTlsServer({ key: pem.private, cert: pem.cert }, answer('https', byKey)),
  );
  return {
    connectTo: `*:80=127.0.0.1:${plain.port},*:443=127.0.0.1:${tls.port},*:*=127.0.0.1:${plain.port}`,
    certificate: pem.cert,
    async [Symbol.asyncDispose]() {
      await Promise.all([plain.close(), tls.close()]);
    },
  };
}

function answer(scheme: string, byKey: ReadonlyMap<string, CorpusDocument>): RequestListener {
  return (request, response) => {
    const document = byKey.get(keyOf(`${scheme}://${request.headers.host}${request.url}`));
    if (!document) return void response.writeHead(404).end();
    const { contentType } = document;
    if (contentType) response.setHeader('content-type', contentType);
    response.end(document.read());
  };
}

function keyOf(address: string): string {
  const canonical = canonicalAddress(address);
  return canonical === null ? address : addressKey(canonical).toString('hex');
}

async function listen(server: Server & { closeAllConnections(): void }) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
