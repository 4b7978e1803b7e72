import type { FastifyInstance } from 'fastify';
import type { Images } from '../images/open-images.ts';
import type { Library } from '../library/library.ts';
import { WIDTHS } from '../pages/shot.ts';
import { isKnown } from '../site/answer.ts';
import type { Signer } from '../site/signer.ts';

/** Where an image is served, by its width; signed, so that only what a page shows is fetched. */
export function imagePaths(signer: Signer, id: number): (width: number) => string {
  const signature = signer.sign('image', String(id));
  return (width) => `/image/${id}/${width}/${signature}`;
}

export function serveImages(
  app: FastifyInstance,
  { library, images, signer }: { library: Library; images: Images; signer: Signer },
): void {
  app.get('/image/:id/:width/:signature', async (request, reply) => {
    const { id = '', width = '', signature = '' } = request.params as Record<string, string>;
    const isOurs =
      WIDTHS.some((it) => String(it) === width) &&
      /^\d{1,16}$/.test(id) &&
      signer.isSigned('image', id, signature);
    // Asked for each time, so that a hidden one is gone at once.
    const image = isOurs ? await library.image(Number(id)) : undefined;
    const picture = image && (await images.picture(image.url, Number(width)));
    if (!picture) {
      const isLate = image !== undefined;
      return reply
        .code(isLate ? 503 : 404)
        .header('cache-control', 'no-store')
        .send('');
    }
    reply
      .headers({
        'cache-control': 'public, max-age=3600',
        etag: picture.etag,
        'content-disposition': 'inline',
        'cross-origin-resource-policy': 'same-origin',
        'surrogate-key': `article-${image.articleId}`,
      })
      .type(picture.type);
    if (isKnown(request.headers['if-none-match'], picture.etag)) return reply.code(304).send();
    return reply.send(picture.bytes);
  });
}
