import type { ReaderArticle, Revision, RevisionCard } from '@nashra/reader';
import { type Html, html, telling, told } from '@nashra/site';
import { TAGS } from '../library/library.ts';
import { articlePath, revisionsPath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { type DiffPart, wordDiff } from '../text/word-diff.ts';
import { dayText, wallTime } from '../words/dates.ts';
import type { Page } from './layout.ts';

export function revisionsPage(
  view: View,
  article: ReaderArticle,
  revisions: readonly RevisionCard[],
): Page {
  const { words } = view;
  const base = revisionsPath(article);
  const rows = revisions.toReversed().map(
    (it) =>
      html`<li class="card"><a href="${view.href(`${base}/${it.number}`)}">${words.revision(it.number)}</a> ·
        ${stored(view, it)}<br>${told(it.title, article.language)}</li>`,
  );
  const main = html`<h1>${words.revisions}</h1>${backLink(view, article)}<ol class="cards">${rows}</ol>`;
  return { title: words.revisions, main, noindex: true, tags: [TAGS.article(article.id)] };
}

/** What a revision changed; the first is shown as it was. */
export function revisionPage(
  view: View,
  article: ReaderArticle,
  revision: Revision,
  before: Revision | undefined,
): Page {
  const { words } = view;
  const title = `${words.revisions}: ${words.revision(revision.number)}`;
  const language = revision.language ?? article.language;
  const main = html`<h1>${title}</h1>${backLink(view, article)}<p class="soft">${stored(view, revision)}</p>
    ${changed(view, before?.title ?? revision.title, revision.title, language, 'h2')}
    ${changed(view, before?.body ?? revision.body, revision.body, language, 'div')}`;
  return { title, main, noindex: true, tags: [TAGS.article(article.id)] };
}

function changed(
  view: View,
  before: string,
  after: string,
  language: string | null,
  tag: 'h2' | 'div',
): Html {
  const { words } = view;
  const parts = wordDiff(before, after);
  const shown = parts
    ? parts.map((it) => marked(view, it))
    : html`<p>${words.tooDifferent}</p>${marked(view, { kind: 'removed', text: before })}\n\n${marked(view, { kind: 'added', text: after })}`;
  const attributes = html` class="diff"${telling(after, language)}`;
  return tag === 'h2'
    ? html`<h2${attributes}>${shown}</h2>`
    : html`<div${attributes}>${shown}</div>`;
}

/** Few screen readers tell what these elements are: the style sheet says it before them, to be heard alone. */
function marked({ words }: View, { kind, text }: DiffPart): Html {
  if (kind === 'same') return html`${text}`;
  return kind === 'added'
    ? html`<ins data-said="${words.added}">${text}</ins>`
    : html`<del data-said="${words.removed}">${text}</del>`;
}

/** When this site stored it, so by this site's clock. */
function stored(view: View, { createdAt }: RevisionCard): Html {
  const wall = wallTime(createdAt, view.timeZone);
  return html`<time datetime="${createdAt.toISOString()}">${dayText(wall, view.tongue)}${view.words.at}${wall.time}</time>`;
}

function backLink(view: View, article: ReaderArticle): Html {
  return html`<p><a href="${view.href(articlePath(article))}">${view.words.back}</a>: ${told(article.title, article.language)}</p>`;
}
