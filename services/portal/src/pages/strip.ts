import { type Html, html, told } from '@nashra/site';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';

/** The headlines as they run: still for who wants them still, for who points at them, and for who is among them by keyboard. */
export function strip(view: View): Html {
  const { words } = view;
  return html`<section class="strip" aria-label="${words.strip}"><input type="checkbox" id="still"
    ><label for="still">${words.pauseStrip}</label><div class="run">${stripList(view)}</div></section>`;
}

/** The strip as it was written last, by the headlines it is of: every page carries it. */
const written = new WeakMap<View['strip'], Map<string, Html>>();

export function stripList(view: View): Html {
  const tongues = written.get(view.strip) ?? new Map<string, Html>();
  written.set(view.strip, tongues);
  const list = tongues.get(view.tongue) ?? writeList(view);
  tongues.set(view.tongue, list);
  return list;
}

function writeList(view: View): Html {
  return html`<ul id="strip" data-of="${view.href('/strip')}">${view.strip.map(
    (it) =>
      html`<li><a href="${view.href(articlePath(it))}">${told(it.title, it.language)}</a></li>`,
  )}</ul>`;
}
