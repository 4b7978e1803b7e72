import { keepNewest } from './keep-newest.ts';

const MAX_HOSTS = 4_096;

/** Where a connection went to, and what is spoken on it. */
export interface Peer {
  readonly ip: string;
  /** By ALPN: `h2`, `http/1.1`, or null where nothing was agreed on. */
  readonly protocol: string | null;
}

/** Remembers the newest connection to each host, for the fetch log and for what goes wrong on it. */
export class PeerLog {
  readonly #peers = new Map<string, Peer>();

  add(host: string, peer: Peer): void {
    keepNewest(this.#peers, host, peer, MAX_HOSTS);
  }

  get(host: string): Peer | null {
    return this.#peers.get(host) ?? null;
  }
}
