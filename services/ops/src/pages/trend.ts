import { type Html, html } from '@nashra/site';

const WIDTH = 4;
const HEIGHT = 20;

/** A row of bars, the latest last; read out as its figures. The style sheet alone may set a width, so it is a picture. */
export function trend(values: readonly number[], label: string): Html {
  const most = Math.max(1, ...values);
  const bars = values.map((value, at) => {
    if (value === 0) return null;
    const height = Math.max(1, Math.round((value / most) * HEIGHT));
    return html`<rect x="${at * WIDTH}" y="${HEIGHT - height}" width="${WIDTH - 1}" height="${height}" fill="currentColor"/>`;
  });
  const width = values.length * WIDTH;
  return html`<svg class="trend" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}: ${values.join(', ')}">${bars}</svg>`;
}

/** A bar of a share. */
export function bar(share: number): Html | null {
  if (share === 0) return null;
  const width = Math.max(1, Math.round(share * 100));
  return html`<svg class="gauge" width="100%" height="12" aria-hidden="true"><rect width="${width}%" height="10" y="1" rx="2" fill="currentColor" opacity=".25"/></svg>`;
}
