import type { Library, Told } from '../library/library.ts';
import { articlePage } from '../pages/article.ts';
import { revisionPage, revisionsPage } from '../pages/revisions.ts';
import { articlePath, revisionsPath } from '../site/paths.ts';
import { type Ask, Elsewhere, type Site } from '../site/site.ts';
import type { View } from '../site/view.ts';

const ID = '(^\\d{1,16}$)';

/** Articles and what they said before. A permalink stays: its number alone counts. */
export function serveArticles(site: Site, library: Library): void {
  async function find({ params }: Ask, view: View, pathOf: (told: Told) => string): Promise<Told> {
    const id = Number(params['id']);
    const found = Number.isSafeInteger(id) ? await library.article(id) : undefined;
    if (!found) throw new Elsewhere((await library.tombstone(id)) ? 410 : 404);
    const right = pathOf(found);
    if (view.path !== right) throw new Elsewhere(301, view.href(right));
    return found;
  }
  for (const base of ['/:publisher', '/publisher/:publisher']) {
    site.page(`${base}/:id${ID}`, async (ask, view) => {
      return articlePage(view, await find(ask, view, ({ article }) => articlePath(article)));
    });
    site.page(`${base}/:id${ID}/revisions`, async (ask, view) => {
      const { article } = await find(ask, view, (it) => revisionsPath(it.article));
      return revisionsPage(view, article, await library.revisions(article.id));
    });
    site.page(`${base}/:id${ID}/revisions/:n(^[1-9]\\d{0,5}$)`, async (ask, view) => {
      const n = Number(ask.params['n']);
      const { article } = await find(ask, view, (it) => `${revisionsPath(it.article)}/${n}`);
      const [revision, before] = await Promise.all([
        library.revision(article, n),
        n > 1 ? library.revision(article, n - 1) : undefined,
      ]);
      if (!revision) throw new Elsewhere(404);
      return revisionPage(view, article, revision, before);
    });
  }
}
