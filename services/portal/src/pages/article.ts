import type { ArticleImage, ReaderArticle, Story, StoryVersion } from '@nashra/reader';
import { type Html, html, telling, told } from '@nashra/site';
import type { Told } from '../library/library.ts';
import { TAGS } from '../library/library.ts';
import {
  articlePath,
  authorPath,
  publisherPath,
  revisionsPath,
  sectionPath,
} from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { bodyOf } from '../text/body.ts';
import { articleHead, descriptionOf } from './article-head.ts';
import type { Page } from './layout.ts';
import { moment, momentAtPublisher, publishersClock } from './moment.ts';
import { publisherName } from './publisher-name.ts';
import { robotsMeta } from './robots-meta.ts';
import { picture, reportForm, shot } from './shot.ts';

export function articlePage(view: View, { article, story }: Told): Page {
  const { title, language, summary, html: stored, images } = article;
  const { body, shown } = writeBody(view, article);
  const [lead] = images.filter((it) => !shown.has(it.id));
  const main = html`<article><h1${telling(title, language)}>${title}</h1>
    ${dateLine(view, article)}${authorsLine(view, article)}
    ${lead && shot(view, lead, language, true)}
    <div class="body"${telling(`${title} ${summary}`, language)}>${stored === '' && summary ? html`<p>${summary}</p>` : body}</div>
    ${sourceLink(view, article.url)}</article>
    ${story && versions(view, article, story)}`;
  return {
    title,
    main,
    description: descriptionOf(article),
    feed: publisherPath(article.publisher),
    head: html`${articleHead(view, article, lead ?? images[0])}${robotsMeta(article)}`,
    // Where not all of it may be shown, the original is the page to find.
    ...(article.display !== 'full' && { canonical: article.url }),
    tags: [TAGS.article(article.id), TAGS.story(article.story)],
  };
}

function writeBody(view: View, article: ReaderArticle): { body: Html; shown: ReadonlySet<number> } {
  const byAddress = new Map(article.images.map((it) => [normal(it.url), it]));
  const shown = new Set<number>();
  const image = (address: string, alt: string) => {
    const known: ArticleImage | undefined = byAddress.get(normal(address));
    if (!known || shown.has(known.id)) return null;
    shown.add(known.id);
    const picked = { id: known.id, alt: known.alt ?? alt };
    return html`${picture(view, picked)}${reportForm(view, picked)}`;
  };
  return {
    body: bodyOf(article.html, { language: article.language, tableName: view.words.table, image }),
    shown,
  };
}

const normal = (address: string) => URL.parse(address)?.href ?? address;

/** «نشر في … يوم …», as the model has it. */
function dateLine(view: View, article: ReaderArticle): Html {
  const [before, between] = view.words.publishedIn;
  const { publisher: slug, publisherName: name, revision, section, language } = article;
  return html`<p class="line"><span class="published">${before}<a href="${view.href(publisherPath(slug))}">${publisherName(view, slug, name)}</a>${between}${momentAtPublisher(view, article)}</span>${publishersClock(view, article)}${
    section && html` · <a href="${view.href(sectionPath(section))}">${told(section, language)}</a>`
  }${revision > 1 && html` · <a href="${view.href(revisionsPath(article))}">${view.words.revised}</a>`}</p>`;
}

function authorsLine(view: View, { authors, language }: ReaderArticle): Html | null {
  if (authors.length === 0) return null;
  const names = authors.map(
    (name) => html` <a href="${view.href(authorPath(name))}">${told(name, language)}</a>`,
  );
  return html`<p class="line authors">${view.words.by}${names}</p>`;
}

function sourceLink(view: View, address: string): Html | null {
  if (!/^https?:\/\//i.test(address)) return null;
  return html`<p class="source"><a href="${address}" rel="noopener nofollow external"
    referrerpolicy="no-referrer">${view.words.readSource}</a></p>`;
}

function versions(view: View, article: ReaderArticle, story: Story): Html | null {
  const others = story.versions.filter((it) => it.id !== article.id);
  if (others.length === 0) return null;
  return html`<section class="versions"><h2>${view.words.versions}</h2><ol class="cards">${story.versions.map(
    (it) => version(view, it, it.id === article.id),
  )}</ol></section>`;
}

function version(view: View, it: StoryVersion, isThis: boolean): Html {
  const { words } = view;
  const name = html`<b>${publisherName(view, it.publisher, it.publisherName)}</b>`;
  const title = isThis
    ? html`<span aria-current="true">${told(it.title, it.language)}</span>`
    : html`<a href="${view.href(articlePath(it))}">${told(it.title, it.language)}</a>`;
  return html`<li class="card">${name} · ${moment(view, it)} ${standing(view, it)}<br>${title}
    ${it.link && it.link.kind !== 'original' && html` <span class="mark">${words.kinds[it.link.kind]}</span>`}</li>`;
}

/** Who was first, and how long the others took. */
function standing(view: View, { link }: StoryVersion): Html | null {
  if (!link) return null;
  if (link.place === 1) return html`<span class="mark">${view.words.first}</span>`;
  const { delaySeconds } = link;
  if (delaySeconds < 60) return null;
  return html`<span class="soft">${view.words.after(spanText(view, delaySeconds))}</span>`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function spanText({ words }: View, seconds: number): string {
  const [unit, length] = UNITS.find(([, it]) => seconds >= it) ?? UNITS[2];
  return words.span[unit](Math.floor(seconds / length));
}
