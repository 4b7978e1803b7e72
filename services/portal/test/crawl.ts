export interface Crawled {
  readonly visited: number;
  /** Addresses that answered with an error, and from where a link leads there. */
  readonly broken: readonly string[];
}

/** Follows every link of a site that leads into it, as far as so many pages. */
export async function crawl(site: string, { most }: { most: number }): Promise<Crawled> {
  const from = new Map<string, string>([
    ['/', ''],
    ['/robots.txt', ''],
    ['/sitemap.xml', ''],
  ]);
  const broken: string[] = [];
  let visited = 0;
  for (const [path, found] of from) {
    if (visited >= most) break;
    visited += 1;
    const answer = await fetch(site + path);
    // An image that is not to be had is no fault of the site's.
    const isImage = path.startsWith('/image/') && answer.status === 503;
    if (!answer.ok && !isImage) broken.push(`${answer.status} ${path} from ${found}`);
    const isText = /html|xml/.test(answer.headers.get('content-type') ?? '');
    const text = isText ? await answer.text() : void (await answer.body?.cancel());
    for (const link of linksOf(text ?? '', site)) if (!from.has(link)) from.set(link, path);
  }
  return { visited, broken };
}

function linksOf(text: string, site: string): string[] {
  const found = text.matchAll(/(?:href|src)="([^"]+)"|<(?:loc|link)>([^<]+)</g);
  return [...found].flatMap(([, attribute = '', element = '']) => {
    const address = (attribute || element).replace(/&#(\d+);/g, (_, code) =>
      String.fromCharCode(code),
    );
    const url = URL.parse(address, site);
    return url && url.origin === site ? [url.pathname + url.search] : [];
  });
}
