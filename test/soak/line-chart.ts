/** One line of a chart: what it shows, in its unit, over hours. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly hours: number; readonly value: number }[];
}

const WIDTH = 900;
const HEIGHT = 120;
const LEFT = 190;
const RIGHT = 90;
const PAD = 18;

/** Lines one below the other, each on a scale of its own from zero; the first quarter is shaded. */
export function lineChart(title: string, all: readonly Series[]): string {
  const hours = Math.max(0.001, ...all.flatMap((it) => it.points.map((point) => point.hours)));
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / hours;
  const rows = all.map((series, row) => rowOf(series, 40 + row * HEIGHT, x));
  const height = 50 + all.length * HEIGHT;
  const shade = `<rect x="${LEFT}" y="34" width="${(x(hours / 4) - LEFT).toFixed(1)}" height="${height - 44}" fill="#8884" opacity=".35"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="12" y="22" font-size="15">${escaped(title)}</text>`,
    shade,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

function rowOf({ name, unit, points }: Series, top: number, x: (hours: number) => number): string {
  const most = Math.max(1e-9, ...points.map((it) => it.value));
  const y = (value: number) => top + HEIGHT - PAD - ((HEIGHT - 2 * PAD) * value) / most;
  const line = points.map((it) => `${x(it.hours).toFixed(1)},${y(it.value).toFixed(1)}`).join(' ');
  const last = points.at(-1)?.value ?? 0;
  return [
    `<text x="12" y="${top + HEIGHT / 2}">${escaped(name)}</text>`,
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}" stroke="#999"/>`,
    `<text x="${LEFT - 6}" y="${top + PAD}" text-anchor="end" fill="#555">${figure(most)} ${unit}</text>`,
    `<polyline points="${line}" fill="none" stroke="#0a6" stroke-width="1.5"/>`,
    `<text x="${WIDTH - RIGHT + 6}" y="${y(last) + 4}" fill="#555">${figure(last)}</text>`,
  ].join('\n');
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);
