import type { PoliteGet } from '@nashra/politeness';
import { expect, it } from 'vitest';
import { openHostGate } from './host-gate.ts';
import { politely } from './politely.ts';
import type { Target } from './ports.ts';
import { openSilentHosts } from './silent-hosts.ts';

it('reads lists as long as sitemaps may be, and pages to the bound of pages', async () => {
  const asked: (number | undefined)[] = [];
  const get = async ({ maxBytes }: { readonly maxBytes?: number }) => void asked.push(maxBytes);
  const ask = politely({
    ...{ get: get as unknown as PoliteGet, gate: openHostGate(1), silent: openSilentHosts(1) },
    ...{ concurrency: 1, maxBytes: 1_000, aside: () => undefined },
  });
  for (const kind of ['article', 'feed', 'sitemap'] as const) {
    const target = { address: 'https://a.example/1', kind, etag: null, lastModified: null };
    await ask(target as Target, new AbortController().signal);
  }
  expect(asked).toEqual([undefined, 50 * 2 ** 20, 50 * 2 ** 20]);
});
