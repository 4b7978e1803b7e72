import { productToken } from '@nashra/politeness';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';

/** What others are told of who reads their sites. */
export interface Robot {
  /** As its requests say it. */
  readonly userAgent: string;
  /** An address of mail or of a page; undefined where the site names none. */
  readonly contact: string | undefined;
}

/** What the site and its robot do, and how to ask for removal. */
export function aboutPage(view: View, { userAgent, contact }: Robot): Page {
  const { words } = view;
  const paragraphs = (texts: readonly string[]) => texts.map((it) => html`<p>${it}</p>`);
  const rule = `User-agent: ${productToken(userAgent)}\nDisallow: /`;
  const main = html`<h1>${words.about}</h1>${paragraphs(words.aboutText)}
    <h2 id="robot">${words.robot}</h2>${paragraphs(words.robotText)}
    <p>${words.robotAgent}</p>${code(userAgent)}<p>${words.robotStop}</p>${code(rule)}
    <h2 id="removal">${words.removal}</h2>${paragraphs(words.removalText)}${contact && reach(view, contact)}`;
  return { title: words.about, main };
}

function code(text: string): Html {
  return html`<pre class="code" dir="ltr" translate="no">${text}</pre>`;
}

function reach({ words }: View, contact: string): Html {
  const href = contact.includes('://') ? contact : `mailto:${contact}`;
  return html`<p>${words.contact} <a href="${href}" dir="ltr">${contact}</a></p>`;
}
