/** Host without the root's dot. */
export function cleanHost(hostname: string): string {
  return hostname.replace(/\.$/, '');
}

/** Rejects what DNS could not hold and single words, which come from broken links such as `http://articles/1`. */
export function isPlausibleHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  const host = cleanHost(hostname);
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
const VARIANTS = new Set(['www', 'm', 'mobile', 'amp', 'wap', 'touch']);
/** Second-level labels under which countries hand out names: what stands before them is a site, not a variant. */
const SECOND_LEVEL = new Set([
  'co',
  'com',
  'net',
  'org',
  'edu',
  'gov',
  'gouv',
  'gob',
  'ac',
  'press',
  'media',
  'info',
]);

/** The host without its `www.` and mobile labels: `en.m.site.org` and `www.en.site.org` are `en.site.org`. */
export function siteHost(hostname: string): string {
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) return hostname;
  const labels = cleanHost(hostname).split('.');
  const own = ownLabels(labels);
  // Variants stand first or second; the registered name itself is never one.
  const kept = labels.filter((label, at) => at > 1 || at >= own || !VARIANTS.has(label));
  return kept.join('.');
}

/** How many labels stand before the registered name. */
function ownLabels(labels: readonly string[]): number {
  const country = labels.at(-1)?.length === 2;
  const suffix = country && SECOND_LEVEL.has(labels.at(-2) ?? '') ? 2 : 1;
  return Math.max(0, labels.length - suffix - 1);
}

function isLabel(label: string): boolean {
  return label.length > 0 && label.length <= 63;
}
