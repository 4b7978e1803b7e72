import { type Html, html, telling } from '@nashra/site';
import type { View } from '../site/view.ts';

interface Shown {
  readonly id: number;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string | null;
}

/** Widths in which images are served. */
export const WIDTHS = [368, 736, 1_472] as const;

/** An image with the way to report it. Its frame has its size before it is there, so that nothing moves. */
export function shot(view: View, image: Shown, language: string | null, isFirst: boolean): Html {
  const caption = [image.caption, image.credit].filter(Boolean).join(' – ');
  return html`<figure class="shot">${picture(view, image, isFirst)}
    ${caption && html`<figcaption${telling(caption, language)}>${caption}</figcaption>`}${reportForm(view, image)}</figure>`;
}

export function picture(view: View, { id, alt }: Pick<Shown, 'id' | 'alt'>, isFirst = false): Html {
  const src = view.imageSrc(id);
  const sources = WIDTHS.map((width) => `${src(width)} ${width}w`).join(', ');
  return html`<img src="${src(736)}" srcset="${sources}" sizes="(max-width: 46rem) 100vw, 44rem"
    width="736" height="414" alt="${alt ?? ''}"${isFirst ? html` fetchpriority="high"` : html` loading="lazy"`} decoding="async">`;
}

/** Who hears the buttons of several images is told which is which. */
export function reportForm(view: View, { id, alt }: Pick<Shown, 'id' | 'alt'>): Html {
  const { report } = view.words;
  const label = alt && html` aria-label="${`${report}: ${alt}`}"`;
  return html`<form method="post" action="${view.href(`/report/${id}`)}"><button${label}>${report}</button></form>`;
}
