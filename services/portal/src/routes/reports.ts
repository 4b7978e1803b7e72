import { randomBytes } from 'node:crypto';
import type { ReportOutcome } from '@nashra/articles';
import { html, networkOf, type OwnHosts } from '@nashra/site';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Library } from '../library/library.ts';
import { createLimiter } from '../site/limiter.ts';
import { articlePath } from '../site/paths.ts';
import type { Signer } from '../site/signer.ts';
import type { Site } from '../site/site.ts';
import { inTongue, tongueOf } from '../site/view.ts';

export interface ReportDeps {
  readonly library: Library;
  readonly signer: Signer;
  readonly hosts: OwnHosts;
  report(report: { image: number; reporter: Buffer; prefix: Buffer }): Promise<ReportOutcome>;
}

const COOKIE = 'nashra_reader';
const YEAR_SECONDS = 365 * 24 * 3_600;
/** Reports of one household in ten minutes. */
const LIMIT = { most: 20, windowMs: 10 * 60_000 };

/** Readers say that an image should not be there. The first report is what sets the only cookie there is. */
export function serveReports(app: FastifyInstance, site: Site, deps: ReportDeps): void {
  const { library, signer, hosts } = deps;
  const waitOf = createLimiter(LIMIT);

  // Who renews the page of thanks, or comes back to it: the article is what they look for.
  app.get('/report/:image', async (request, reply) => {
    const id = idOf(request);
    const image = Number.isSafeInteger(id) ? await library.image(id) : undefined;
    if (!image) return site.sendError(request, reply, 404);
    const { tongue } = tongueOf(request.originalUrl);
    const path = articlePath({ publisher: image.publisher, id: image.articleId });
    return reply.header('cache-control', 'no-store').redirect(inTongue(path, tongue), 303);
  });
  app.post('/report/:image', async (request, reply) => {
    if (!hosts.isOwn(request.headers, request.host)) return site.sendError(request, reply, 403);
    const id = idOf(request);
    if (!Number.isSafeInteger(id)) return site.sendError(request, reply, 404);
    const network = networkOf(request.ip, 3);
    const waitMs = waitOf(network);
    if (waitMs > 0) {
      reply.header('retry-after', Math.ceil(waitMs / 1_000));
      return site.sendPage(request, reply, ({ words }) => ({
        status: 429,
        title: words.report,
        main: html`<h1>${words.report}</h1><p>${words.reportTooMany}</p>`,
      }));
    }
    // Before it is hidden, so that there is a way back.
    const image = await library.image(id);
    const reporter = signer.hash('reporter', readerOf(request, reply, signer));
    const outcome = await deps.report({
      image: id,
      reporter,
      prefix: signer.hash('prefix', network),
    });
    if (outcome === 'unknown') return site.sendError(request, reply, 404);
    return site.sendPage(request, reply, (view) => {
      const { words } = view;
      const back =
        image && view.href(articlePath({ publisher: image.publisher, id: image.articleId }));
      const said = outcome === 'settled' ? words.reportSettled : words.reported;
      return {
        title: words.report,
        noindex: true,
        main: html`<h1>${words.report}</h1><p role="status">${said}</p>${back && html`<p><a href="${back}">${words.back}</a></p>`}`,
      };
    });
  });
}

/** The number of the image; none where the address has none. */
function idOf({ params }: FastifyRequest): number {
  return Number(/^\d{1,16}$/.exec((params as { image: string }).image)?.[0]);
}

/** Who reports, by a name that we gave and signed; a new one for who has none. */
function readerOf(request: FastifyRequest, reply: FastifyReply, signer: Signer): string {
  const [known = '', signature = ''] = (request.cookies[COOKIE] ?? '').split('.');
  if (known !== '' && signer.isSigned('reader', known, signature)) return known;
  const fresh = randomBytes(16).toString('base64url');
  reply.setCookie(COOKIE, `${fresh}.${signer.sign('reader', fresh)}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: YEAR_SECONDS,
  });
  return fresh;
}
