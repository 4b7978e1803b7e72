import type { Agent, buildConnector } from 'undici';
import type { Deadline } from './deadline.ts';
import { acceptEncoding } from './decode-body.ts';
import { type Exchange, exchange, exchangeOver } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import type { Guard } from './guard.ts';
import { guardedAgent, type Offer } from './guarded-agent.ts';
import { Http2Trouble, isHttp2Trouble } from './http2-trouble.ts';
import { LenientAddresses } from './lenient/addresses.ts';
import { lenientGet } from './lenient/get.ts';
import type { FetchLimits } from './limits.ts';
import type { PeerLog } from './peer-log.ts';
import { Proxies } from './proxies.ts';
import type { Resolver } from './resolver.ts';

export interface Question {
  readonly url: URL;
  readonly fields: Readonly<Record<string, string>>;
  readonly proxy: string | undefined;
  /** Told when the request goes out, which may be some time after a connection was asked for. */
  readonly onSent?: (() => void) | undefined;
}

interface WaysOptions {
  readonly resolve?: Resolver;
  readonly ca?: string | string[];
}

/** By which way a server is asked: HTTP/2 where it takes that, HTTP/1.1 else, leniently or through a proxy where that is needed. */
export class Ways implements AsyncDisposable {
  /** Speaks HTTP/2 where a server takes it. */
  readonly #newer: Agent;
  readonly #older: Agent;
  readonly #connector: buildConnector.connector;
  readonly #proxies: Proxies;
  readonly #lenient = new LenientAddresses();
  readonly #trouble = new Http2Trouble();
  readonly #peers: PeerLog;

  constructor(
    dial: (offer: Offer) => buildConnector.connector,
    options: WaysOptions,
    limits: FetchLimits,
    { guard, peers }: { readonly guard: Guard; readonly peers: PeerLog },
  ) {
    const onConnect: PeerLog['add'] = (host, peer) => peers.add(host, peer);
    const over = (offer: Offer) =>
      guardedAgent(dial(offer), options, limits, { guard, onConnect, offer });
    this.#newer = over('h2').agent;
    ({ agent: this.#older, connector: this.#connector } = over('http/1.1'));
    this.#proxies = new Proxies(options, limits, guard);
    this.#peers = peers;
  }

  /**
   * One question and the head of its answer. Where nothing comes of HTTP/2 the other protocol is tried, and kept to for an hour: as a
   * request of its own, which `beforeAgain` allows.
   */
  async ask(
    question: Question,
    limits: FetchLimits,
    deadline: Deadline,
    beforeAgain: () => Promise<void>,
  ): Promise<Exchange> {
    const { url, fields, proxy, onSent } = question;
    if (proxy !== undefined) {
      const agent = await this.#proxies.agentFor(url, proxy);
      return await exchange(agent, url, fields, limits, deadline, onSent);
    }
    if (this.#lenient.has(url.href)) return await this.#askLeniently(question, limits, deadline);
    if (url.protocol === 'https:' && !this.#trouble.has(url.origin)) {
      try {
        return await this.#askOver(this.#newer, question, limits, deadline);
      } catch (error) {
        if (!this.#trouble.has(url.origin) || deadline.signal.aborted) throw error;
        await beforeAgain();
      }
    }
    return await this.#askOver(this.#older, question, limits, deadline);
  }

  async #askOver(
    agent: Agent,
    { url, fields, onSent }: Question,
    limits: FetchLimits,
    deadline: Deadline,
  ): Promise<Exchange> {
    const noting = (error: unknown): never => {
      this.#lenient.note(url.href, error);
      const spoken = this.#peers.get(url.host)?.protocol ?? null;
      const isTrouble = error instanceof FetchError && isHttp2Trouble(error, spoken);
      if (agent === this.#newer && isTrouble) this.#trouble.note(url.origin);
      throw error;
    };
    const answer = await exchange(agent, url, fields, limits, deadline, onSent).catch(noting);
    return { ...answer, readBody: () => answer.readBody().catch(noting) };
  }

  async #askLeniently(
    { url, fields }: Question,
    limits: FetchLimits,
    deadline: Deadline,
  ): Promise<Exchange> {
    const headers = { ...fields, 'accept-encoding': acceptEncoding };
    const answer = lenientGet(this.#connector, url, headers, limits, deadline);
    return await exchangeOver(limits, deadline, answer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([
      this.#newer.destroy(),
      this.#older.destroy(),
      this.#proxies[Symbol.asyncDispose](),
    ]);
  }
}
