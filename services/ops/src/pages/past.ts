import type { ArticlePast, PastDecision } from '@nashra/articles';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count, counted, moment } from './format.ts';

/** What became of the article that an address carries: its revisions, what readers were told, and why it is in its story. */
export function pastSections(view: View, past: ArticlePast): Html {
  const { past: said, desk } = view.words;
  const { storyId, copyOf, decision } = past;
  return html`<section class="third"><h2>${said.revisions}</h2>${revisionsTable(view, past)}</section>
    <section class="third"><h2>${said.changes}</h2>${changesTable(view, past)}</section>
    <section class="third"><h2>${said.why}</h2><p><a href="/stories?of=${storyId}">${desk.story(`${storyId}`)}</a>
      ${copyOf !== null && html`· ${said.copyOf} <a href="/address?of=${copyOf}">${copyOf}</a>`}</p>
      ${decision && decisionOf(view, decision)}</section>`;
}

function revisionsTable(view: View, { revisions }: ArticlePast): Html {
  const { past: said } = view.words;
  const rows = revisions.map(
    (
      it,
    ) => html`<tr><td class="n">${it.number}</td><td class="long"><span dir="auto">${it.title}</span>
      <br><small class="soft">${said.words(counted(view, it.words))} · <bdi>${it.extractor}</bdi></small></td>
      <td class="when">${moment(view, it.at)}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

function changesTable(view: View, { changes }: ArticlePast): Html {
  const { past: said } = view.words;
  if (changes.length === 0) return html`<p class="soft">${said.noChanges}</p>`;
  const rows = changes.map(
    ({ kind, cause, at }) =>
      html`<tr><td><code>${kind}</code></td><td>${said.causes[cause]}</td><td class="when">${moment(view, at)}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

const LENGTH = 600;

function decisionOf(view: View, { likeId, sureness, rule, evidence, isRuled }: PastDecision): Html {
  const { past: said } = view.words;
  if (isRuled) return html`<p>${said.byPerson}</p>`;
  if (likeId === null) return html`<p class="soft">${said.first}</p>`;
  const percent =
    sureness === null ? '' : ` · ${said.sureness} ${count(view, Math.round(100 * sureness))} %`;
  return html`<p>${said.like} <a href="/address?of=${likeId}">${likeId}</a>${percent} <small class="soft"><bdi>${rule}</bdi></small></p>
    ${evidence !== null && html`<code dir="ltr">${JSON.stringify(evidence).slice(0, LENGTH)}</code>`}`;
}
