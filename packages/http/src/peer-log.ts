const MAX_HOSTS = 4_096;

/** Remembers which IP the newest connection to a host went to, for the fetch log. */
export class PeerLog {
  readonly #ips = new Map<string, string>();

  add(host: string, ip: string): void {
    this.#ips.delete(host);
    this.#ips.set(host, ip);
    const [oldest] = this.#ips.keys();
    if (this.#ips.size > MAX_HOSTS && oldest !== undefined) this.#ips.delete(oldest);
  }

  get(host: string): string | null {
    return this.#ips.get(host) ?? null;
  }
}
