import type { ArticleCard } from '@nashra/reader';
import { type Html, html, telling, told } from '@nashra/site';
import { articlePath, publisherPath, sectionPath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { moment } from './moment.ts';
import { publisherName } from './publisher-name.ts';

/** Longer pieces say how long they take. */
const LONG_WORDS = 600;
const WORDS_A_MINUTE = 200;

/** Whether it came since this reader's last visit. */
export function isNew({ taste }: View, { firstSeenAt }: ArticleCard): boolean {
  const before = taste?.visits?.before ?? null;
  return before !== null && firstSeenAt.getTime() > before;
}

/** An article in a list. */
export function card(view: View, article: ArticleCard): Html {
  const { words } = view;
  const { title, summary, language, section, wordCount, storyPublishers, revision } = article;
  const marks = [
    isNew(view, article) && words.isNew,
    article.isPaywalled && words.paywalled,
    storyPublishers > 1 && words.tellers(storyPublishers),
    wordCount >= LONG_WORDS && words.minutes(Math.round(wordCount / WORDS_A_MINUTE)),
    revision > 1 && words.revised,
  ].filter((it) => it !== false);
  return html`<li class="card"><h2><a href="${view.href(articlePath(article))}">${told(title, language)}</a></h2>
    <p class="soft"><a href="${view.href(publisherPath(article.publisher))}">${publisherName(view, article.publisher, article.publisherName)}</a>
      · ${moment(view, article)}${section && html` · <a href="${view.href(sectionPath(section))}">${told(section, language)}</a>`}
      ${marks.map((it) => html`<span class="mark">${it}</span> `)}</p>
    ${summary && html`<p class="summary"${telling(summary, language)}>${summary}</p>`}</li>`;
}

export function cards(view: View, articles: readonly ArticleCard[]): Html {
  if (articles.length === 0) return html`<p class="empty">${view.words.nothing}</p>`;
  return html`<ol class="cards">${articles.map((it) => card(view, it))}</ol>`;
}
