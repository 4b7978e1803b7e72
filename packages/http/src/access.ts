/** What a server wants of those who ask it, beside the usual: a login, a cookie, another name, a way round. */
export interface Access {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** `http:`, `https:` or `socks5:` address of a proxy, with its login where it wants one. */
  readonly proxy?: string | undefined;
}

/** Says for each address of a fetch, those it is redirected to too, what it is asked with; null for as usual. */
export type AccessOf = (url: URL) => Access | null;
