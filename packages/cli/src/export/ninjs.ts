import type { ReaderArticle } from '@nashra/reader';

/** An article as IPTC's News in JSON, ninjs 3.0: https://iptc.org/std/ninjs/ninjs-schema_3.0.json */
export function ninjsOf(article: ReaderArticle) {
  const { id, title, summary, body, html, authors, url, images, revision } = article;
  const subjects = [...new Set([article.section, ...article.tags])].filter((it) => it !== null);
  return {
    uri: url,
    type: 'text',
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    version: String(revision),
    firstCreated: article.publishedAt.toISOString(),
    versionCreated: (article.modifiedAt ?? article.publishedAt).toISOString(),
    pubStatus: 'usable',
    ...(article.language && { language: article.language }),
    ...(authors.length > 0 && { by: authors.join(', ') }),
    headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
    ...(summary && {
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: summary }],
    }),
    bodies: [
      { role: 'main', contentType: 'text/plain', wordCount: article.wordCount, value: body },
      { role: 'richtext', contentType: 'text/html', value: html },
    ],
    ...(subjects.length > 0 && { subjects: subjects.map((name) => ({ name })) }),
    infoSources: [{ name: article.publisherNameNative ?? article.publisherName }],
    altIds: [{ role: 'nashra', value: String(id) }],
    associations: images.map((image) => ({
      name: `image-${image.id}`,
      uri: image.url,
      type: 'picture',
      ...(image.credit && { by: image.credit }),
      ...(image.caption && { descriptions: [{ role: 'caption', value: image.caption }] }),
      renditions: [{ name: 'original', href: image.url }],
    })),
  };
}
