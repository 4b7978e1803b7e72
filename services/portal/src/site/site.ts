import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Cache } from '../library/cache.ts';
import type { Library } from '../library/library.ts';
import { errorPage } from '../pages/errors.ts';
import { type Page, pageAnswer } from '../pages/layout.ts';
import { type Answer, answerFrom, type KeptAnswer, keepable, sendAnswer } from './answer.ts';
import type { Signer } from './signer.ts';
import { COOKIE, noticed, readTaste, setTaste, type Taste, wants } from './taste.ts';
import { tongueOf, type View, viewOf } from './view.ts';

export interface SiteDeps {
  readonly library: Library;
  /** Of whole answers. */
  readonly cache: Cache;
  readonly signer: Signer;
  /** Known once it listens; without a closing slash. */
  origin(): string;
  readonly timeZone: string;
  imageSrc(id: number): (width: number) => string;
}

/** What a route asks of a request: what stands in its path, and where a listing goes on. */
export interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The cursor of a page of a listing. */
  readonly after: string | undefined;
}

/** Another answer than a page: an error by its status, or where to go for good. */
export class Elsewhere extends Error {
  readonly status: number;
  readonly location: string | undefined;

  constructor(status: number, location?: string, message = `answers ${status}`) {
    super(message);
    this.status = status;
    this.location = location;
  }
}

export interface Site {
  /** A page of an address, in any language, kept by that address. */
  page(path: string, make: (ask: Ask, view: View) => Promise<Page>): void;
  /** Something else than a page, kept by its path. */
  document(
    path: string,
    make: (ask: Ask, view: View) => Promise<Answer>,
    /** Of its question what makes another answer. */
    asked?: readonly string[],
  ): void;
  /** What is written without reading anything, so that it is there whatever is away. */
  file(path: string, make: (view: View) => Answer): void;
  sendError(request: FastifyRequest, reply: FastifyReply, status: number): Promise<FastifyReply>;
  /** A page that is made anew each time, for one reader. */
  sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (view: View) => Page,
  ): Promise<FastifyReply>;
}

/** Of a page's question what makes another page. */
const PAGE_ASKS = ['q', 'language', 'publisher', 'period', 'after'] as const;

export function openSite(app: FastifyInstance, deps: SiteDeps): Site {
  const { library, cache } = deps;

  async function viewFor(request: FastifyRequest, isBare = false, taste?: Taste): Promise<View> {
    const [publishers, strip] = await Promise.all([
      library.publishers(),
      isBare ? [] : library.strip(),
    ]);
    const shown = taste ? strip.filter(wants(taste)) : strip;
    return viewWith(request, publishers, shown, taste);
  }

  function viewWith(
    request: FastifyRequest,
    publishers: View['publishers'],
    strip: View['strip'],
    taste?: Taste,
  ): View {
    const { timeZone, imageSrc } = deps;
    const { tongue, path } = tongueOf(request.originalUrl);
    const origin = deps.origin();
    return viewOf({ tongue, path, origin, publishers, strip, taste, timeZone, imageSrc });
  }

  async function sendMade(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (ask: Ask, view: View) => Promise<Answer>,
    { isBare, names }: { readonly isBare: boolean; readonly names: readonly string[] },
  ) {
    const query = request.query as Record<string, unknown>;
    const after = typeof query['after'] === 'string' ? query['after'] : undefined;
    const ask = { params: request.params as Record<string, string>, query, after };
    // Of the question only what routes read, so that nobody fills the cache with the rest.
    const asked = names.map((name) => `${name}=${String(query[name] ?? '').slice(0, 200)}`);
    const { tongue, path } = tongueOf(request.originalUrl);
    const [bare = ''] = path.split('?', 1);
    const key = `${tongue} ${bare.slice(0, 1_000)} ${asked.join('&')}`;
    const makeFor = async (taste?: Taste) => {
      const view = await viewFor(request, isBare, taste);
      return await make(ask, { ...view, path: isBare ? bare : pathWith(bare, query) });
    };
    const taste = isBare ? null : tasteFor(request, reply);
    if (taste) return await sendAnswer(request, reply, personal(await makeFor(taste)));
    const answer = await answerFrom(cache, key, () => makeFor());
    return await sendAnswer(request, reply, answer);
  }

  /** What this reader wants, and that they are here now. */
  function tasteFor(request: FastifyRequest, reply: FastifyReply): Taste | null {
    const cookie = request.cookies[COOKIE];
    const taste = cookie === undefined ? null : readTaste(cookie, deps.signer);
    if (!taste) return null;
    const now = noticed(taste, Date.now());
    if (now !== taste) setTaste(request, reply, now, deps.signer);
    return now;
  }

  const site: Site = {
    page(path, make) {
      app.get(path, (request, reply) =>
        sendMade(request, reply, async (ask, view) => pageAnswer(view, await make(ask, view)), {
          isBare: false,
          names: PAGE_ASKS,
        }),
      );
    },
    document(path, make, names = []) {
      app.get(path, (request, reply) =>
        sendMade(request, reply, async (ask, view) => forAll(await make(ask, view)), {
          isBare: true,
          names,
        }),
      );
    },
    file(path, make) {
      app.get(path, async (request, reply) => {
        const view = viewWith(request, new Map(), []);
        const key = `${view.tongue} ${path}`;
        const answer = await answerFrom(cache, key, async () => forAll(make(view)));
        return await sendAnswer(request, reply, answer);
      });
    },
    async sendPage(request, reply, make) {
      const view = await viewFor(request);
      return await sendAnswer(request, reply, personal(pageAnswer(view, make(view))));
    },
    async sendError(request, reply, status) {
      // What failed once is not asked again for what stands around the page.
      const view = status < 500 ? await viewFor(request) : viewWith(request, new Map(), []);
      return await sendAnswer(request, reply, personal(pageAnswer(view, errorPage(view, status))));
    },
  };
  return site;
}

/** No reader's cookie makes another of it, and pages of other sites may read it. */
function forAll(answer: Answer): Answer {
  const headers = { vary: 'accept-encoding', 'access-control-allow-origin': '*' };
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** Of one reader: nobody keeps it. */
function personal(answer: Answer): KeptAnswer {
  const headers = { ...answer.headers, 'cache-control': 'private, no-store' };
  return keepable({ ...answer, headers, tags: [] });
}

/** The path as it is called in links: with what of its question makes another page. */
function pathWith(path: string, query: Readonly<Record<string, unknown>>): string {
  const kept = PAGE_ASKS.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as [string, string]] : [];
  });
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}
