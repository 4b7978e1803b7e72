/** Where redirectors keep the address they lead to: host (with its subdomains), path, parameter names. */
const redirectors: readonly { host: RegExp; path: RegExp; names: readonly string[] }[] = [
  {
    host: /^(l|lm|m|www)\.(facebook|instagram|messenger)\.com$/,
    path: /^\/(l\.php|flx\/warn\/?)?$/,
    names: ['u'],
  },
  { host: /^l\.(instagram|threads|wl)\.(com|co|net)$/, path: /^\//, names: ['u'] },
  { host: /^l\.wl\.co$/, path: /^\/l$/, names: ['u'] },
  {
    host: /^(www\.)?google(\.[a-z]{2,3}){1,2}$/,
    path: /^\/(url|interstitial|amp_redirect)$/,
    names: ['url', 'q'],
  },
  { host: /^(www\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  {
    host: /^(www\.)?linkedin\.com$/,
    path: /^\/(redir\/redirect|safety\/go|sharing\/share-offsite)\/?$/,
    names: ['url'],
  },
  { host: /^(m\.)?vk\.com$/, path: /^\/away(\.php)?$/, names: ['to'] },
  { host: /^out\.reddit\.com$/, path: /^\//, names: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { host: /^(www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, names: ['uddg'] },
  { host: /^(www\.)?pinterest\.[a-z.]+$/, path: /^\/offsite\/?$/, names: ['url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
  { host: /^(www\.)?(getpocket|flipboard)\.com$/, path: /^\/redirect$/, names: ['url'] },
  { host: /^disq\.us$/, path: /^\/url$/, names: ['url'] },
  { host: /^(www\.)?msn\.com$/, path: /^\/redirect$/, names: ['url'] },
  { host: /^news\.url\.google\.com$|^news\.google\.com$/, path: /^\/news\/url$/, names: ['url'] },
  { host: /^(www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/, names: ['url'] },
  {
    host: /^(www\.)?(facebook|twitter|x)\.com$/,
    path: /^\/(sharer\/sharer\.php|sharer\.php|intent\/tweet|share)$/,
    names: ['u', 'url'],
  },
];

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
    // Some drop the value's last part into parameters of their own (`disq.us` adds `:hash`): keep what parses.
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
