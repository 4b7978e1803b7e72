import { directionOf, type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';

/** As readers of the page's language know it: in its own script on Arabic pages. */
export function nameOf(view: View, slug: string, name: string): string {
  const native = view.publishers.get(slug)?.nameNative;
  return view.tongue === 'ar' ? (native ?? name) : name;
}

export function publisherName(view: View, slug: string, name: string): Html {
  const text = nameOf(view, slug, name);
  return html`<bdi dir="${directionOf(text, null)}">${text}</bdi>`;
}
