import { type Dispatcher, ProxyAgent } from 'undici';
import { dnsResolver } from './dns.ts';
import { bareHost, type Guard, portOf } from './guard.ts';
import type { FetchLimits } from './limits.ts';
import type { Destination, Resolver } from './resolver.ts';

/** Proxies that connections are kept to. */
const MOST_PROXIES = 50;

/** Agents that reach the web through a proxy, one a proxy. */
export class Proxies implements AsyncDisposable {
  readonly #agents = new Map<string, Dispatcher>();
  readonly #options: { readonly ca?: string | string[]; readonly resolve?: Resolver };
  readonly #limits: FetchLimits;
  readonly #guard: Guard;
  readonly #dns = dnsResolver();

  constructor(
    options: { readonly ca?: string | string[]; readonly resolve?: Resolver },
    limits: FetchLimits,
    guard: Guard,
  ) {
    this.#options = options;
    this.#limits = limits;
    this.#guard = guard;
  }

  /**
   * The agent for an address. The proxy resolves names itself, so what they lead to is judged beforehand, as far as it is
   * known here: where only the proxy has a name server it is the one that must keep private networks closed.
   *
   * @throws FetchError of an address in a private network
   */
  async agentFor(url: URL, proxy: string): Promise<Dispatcher> {
    const asked = { host: bareHost(url.hostname), port: portOf(url) };
    const { resolve } = this.#options;
    const own = await resolve?.(asked.host, asked.port);
    const targets = own ?? (await this.#known(asked.host, asked.port));
    for (const target of targets) this.#guard.checkTarget(asked, target);
    const known = this.#agents.get(proxy);
    if (known) return known;
    const agent = this.#open(proxy);
    const [oldest] = this.#agents;
    if (this.#agents.size >= MOST_PROXIES && oldest) {
      this.#agents.delete(oldest[0]);
      void oldest[1].close();
    }
    this.#agents.set(proxy, agent);
    return agent;
  }

  async #known(host: string, port: number): Promise<readonly Destination[]> {
    try {
      return (await this.#dns(host, port)) ?? [];
    } catch {
      return [];
    }
  }

  #open(uri: string): Dispatcher {
    const { ca } = this.#options;
    const { maxHeaderBytes, totalMs, headersMs } = this.#limits;
    return new ProxyAgent({
      uri,
      // A tunnel for https alone: proxies refuse one to port 80.
      proxyTunnel: false,
      allowH2: false,
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: totalMs,
      bodyTimeout: totalMs,
      connectTimeout: headersMs,
      ...(ca === undefined ? {} : { requestTls: { ca } }),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#agents.values()].map((it) => it.destroy()));
  }
}
