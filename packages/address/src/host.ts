/** Host without the root's dot. */
export function cleanHost(hostname: string): string {
  return hostname.replace(/\.$/, '');
}

/**
 * Rejects what DNS could not hold and single words, which come from broken links such as `http://articles/1`. Takes a host
 * without the root's dot.
 */
export function isPlausibleHost(host: string): boolean {
  if (host.startsWith('[')) return true;
  if (host.length > 253) return false;
  const labels = host.split('.');
  return (labels.length > 1 || host === 'localhost') && labels.every(isLabel);
}

/** The politeness key of an address: `host` or `host:port`, the same for http and https. */
export function hostOf(address: string): string {
  const url = new URL(address);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return cleanHost(url.hostname) + port;
}

/** Names for the same site on other devices. */
const VARIANTS = new Set(['m', 'mobile', 'amp', 'wap', 'touch']);
/** Second-level labels under which countries hand out names: what stands before them is a site. */
const SECOND_LEVEL = new Set('co com net org edu gov gouv gob ac press'.split(' '));

/** The host without its `www.` and mobile labels: `en.m.site.org` and `www.en.site.org` are `en.site.org`. */
export function siteHost(hostname: string): string {
  if (isIpLiteral(hostname)) return hostname;
  const labels = cleanHost(hostname).split('.');
  if (labels[0] === 'www' && labels.length > 2) labels.shift();
  const own = labels.length - registeredLabels(labels);
  // Variants stand first or second; the registered name itself is never one.
  return labels.filter((label, at) => at > 1 || at >= own || !VARIANTS.has(label)).join('.');
}

/**
 * How many labels the registered name has, by a rule of thumb that knows `co.uk` and `gov.ma`: keys of addresses must not change
 * with each edition of the Public Suffix List.
 */
function registeredLabels(labels: readonly string[]): number {
  const country = labels.at(-1)?.length === 2;
  return country && SECOND_LEVEL.has(labels.at(-2) ?? '') ? 3 : 2;
}

function isIpLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

/** Letters, digits, hyphens; underscores too, since some hosts have them in spite of RFC 952. */
function isLabel(label: string): boolean {
  return /^[a-z\d_-]{1,63}$/.test(label);
}
