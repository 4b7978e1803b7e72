export interface Crawled {
  readonly visited: number;
  /** Addresses that answered with an error, and from where a link leads there. */
  readonly broken: readonly string[];
  /** What is wrong with a page, whatever it says: see `faultsOf`. */
  readonly faulty: readonly string[];
}

export interface CrawlOptions {
  readonly most: number;
  /** Of who asks. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly starts?: readonly string[];
  /** Addresses that are not followed. */
  readonly not?: RegExp;
}

/** Follows every link of a site that leads into it, as far as so many pages. */
export async function crawl(site: string, options: CrawlOptions): Promise<Crawled> {
  const { most, headers = {}, starts = ['/'], not } = options;
  const from = new Map<string, string>(starts.map((it) => [it, '']));
  const broken: string[] = [];
  const faulty: string[] = [];
  let visited = 0;
  for (const [path, found] of from) {
    if (visited >= most) break;
    visited += 1;
    const answer = await fetch(site + path, { headers });
    // An image that is not to be had is no fault of the site's.
    const isImage = path.startsWith('/image/') && answer.status === 503;
    if (!answer.ok && !isImage) broken.push(`${answer.status} ${path} from ${found}`);
    const type = answer.headers.get('content-type') ?? '';
    const text = /html|xml/.test(type) ? await answer.text() : void (await answer.body?.cancel());
    if (text !== undefined && type.startsWith('text/html'))
      faulty.push(...faultsOf(text).map((it) => `${it}: ${path} from ${found}`));
    for (const link of linksOf(text ?? '', path, site))
      if (!from.has(link) && !not?.test(link)) from.set(link, path);
  }
  return { visited, broken, faulty };
}

/** Of a page of ours: no language, title or direction, not one heading of the first rank, an id twice, a label or link into nothing. */
export function faultsOf(page: string): string[] {
  const faults: string[] = [];
  const told = page.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  if (!/<html[^>]* lang="[a-z]{2}"/.test(told) || !/<html[^>]* dir="(?:rtl|ltr)"/.test(told))
    faults.push('no language or direction');
  if (!/<title>[^<]*[^<\s·][^<]*<\/title>/.test(told)) faults.push('no title');
  const headings = told.match(/<h1\b/g)?.length ?? 0;
  if (headings !== 1) faults.push(`${headings} h1`);
  const ids = [...told.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
  if (twice.length > 0) faults.push(`twice #${twice.join(' #')}`);
  const referred =
    /\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"|\shref="#([^"]+)"/g;
  for (const [, names = '', anchor = ''] of told.matchAll(referred))
    for (const id of `${names} ${anchor}`.split(' '))
      if (id !== '' && !ids.includes(id)) faults.push(`no #${id}`);
  return faults;
}

function linksOf(text: string, path: string, site: string): string[] {
  const found = text.matchAll(/(?:href|src)="([^"]+)"|<(?:loc|link)>([^<]+)</g);
  return [...found].flatMap(([, attribute = '', element = '']) => {
    const address = (attribute || element)
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
      .replaceAll('&amp;', '&');
    const url = URL.parse(address, site + path);
    return url && url.origin === site ? [url.pathname + url.search] : [];
  });
}
