interface Redirector {
  readonly host: RegExp;
  readonly path: RegExp;
  /** Parameters that hold the address, the likelier first. */
  readonly names: readonly string[];
}

const redirectors: readonly Redirector[] = [
  rule(
    /^(l|lm|www|m)\.(facebook|instagram|messenger|threads)\.(com|net)$/,
    /^\/(l\.php|flx\/warn\/?)?$/,
    'u',
  ),
  rule(/^l\.wl\.co$/, /^\/l$/, 'u'),
  rule(/^((www|news|news\.url)\.)?google(\.[a-z]{2,3}){1,2}$/, /^\/(news\/)?url$/, 'url', 'q'),
  rule(/^(www\.)?youtube\.com$/, /^\/redirect$/, 'q'),
  rule(/^(www\.)?linkedin\.com$/, /^\/(redir\/redirect|safety\/go)\/?$/, 'url'),
  rule(/^(m\.)?vk\.com$/, /^\/away(\.php)?$/, 'to'),
  rule(/^out\.reddit\.com$/, /^\//, 'url'),
  rule(/^t\.umblr\.com$/, /^\/redirect$/, 'z'),
  rule(/^(www\.)?duckduckgo\.com$/, /^\/l\/?$/, 'uddg'),
  rule(/^(www\.)?pinterest\.[a-z.]+$/, /^\/offsite\/?$/, 'url'),
  rule(/\.safelinks\.protection\.outlook\.com$/, /^\//, 'url'),
  rule(/^(www\.)?(getpocket|flipboard|msn)\.com$/, /^\/redirect$/, 'url'),
  rule(/^slack-redir\.net$/, /^\/link$/, 'url'),
  rule(/^disq\.us$/, /^\/url$/, 'url'),
  rule(/^(www\.)?bing\.com$/, /^\/news\/apiclick\.aspx$/, 'url'),
  rule(
    /^(www\.)?(facebook|twitter|x)\.com$/,
    /^\/(sharer(\/sharer)?\.php|intent\/tweet|share)$/,
    'u',
    'url',
  ),
];

function rule(host: RegExp, path: RegExp, ...names: string[]): Redirector {
  return { host, path, names };
}

/** The address inside a redirector, an AMP viewer or an AMP cache; `null` when it is none. */
export function unwrap(url: URL): string | null {
  return fromRedirector(url) ?? fromAmpCache(url) ?? fromAmpViewer(url);
}

function fromRedirector(url: URL): string | null {
  if (url.search === '') return null;
  const redirector = redirectors.find(
    ({ host, path }) => host.test(url.hostname) && path.test(url.pathname),
  );
  for (const name of redirector?.names ?? []) {
    const inner = url.searchParams.get(name);
    if (inner && /^https?:\/\//i.test(inner)) return inner;
  }
  return null;
}

/** `https://<site>.cdn.ampproject.org/<c|v|wp>/[s/]<address without scheme>`. */
function fromAmpCache(url: URL): string | null {
  if (!/(^|\.)(cdn\.ampproject\.(org|net)|bing-amp\.com)$/.test(url.hostname)) return null;
  return inPath(/^\/(?:c|v|wp)\/(s\/)?(.+)$/, url);
}

/** `https://www.google.com/amp/[s/]<address without scheme>`. */
function fromAmpViewer(url: URL): string | null {
  if (!/^(www\.)?google(\.[a-z]{2,3}){1,2}$/.test(url.hostname)) return null;
  return inPath(/^\/amp\/(s\/)?(.+)$/, url);
}

function inPath(pattern: RegExp, url: URL): string | null {
  const [, secure, rest] = pattern.exec(url.pathname) ?? [];
  if (rest === undefined || !/^[^/]+\.[^/]+/.test(rest)) return null;
  return `${secure ? 'https' : 'http'}://${rest}${url.search}`;
}
