/** A publisher's slug from its homepage: the host without `www.`, and the path where there is one (`site.org/ar/`). */
export function slugOf(homepage: string): string {
  const { host, pathname } = new URL(homepage);
  return `${host.replace(/^www\./, '')}${pathname}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
