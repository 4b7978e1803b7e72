import type { Bar } from './entries.ts';

const WIDTH = 720;
const LEFT = 230;
const ROW = 30;

/** Bars from zero, ours the darker one, each with its figure. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const most = Math.max(1e-9, ...bars.map((it) => it.value));
  const height = 56 + bars.length * ROW;
  const rows = bars.map(({ name, value }, at) => {
    const top = 44 + at * ROW;
    const width = ((WIDTH - LEFT - 90) * value) / most;
    const fill = /nashra/i.test(name) ? '#0a6' : '#9bb';
    return [
      `<text x="${LEFT - 10}" y="${top + 16}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="22" fill="${fill}"/>`,
      `<text x="${(LEFT + width + 8).toFixed(1)}" y="${top + 16}">${figure(value)}</text>`,
    ].join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escaped(`${title}: ${unit}`)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="12" y="24" font-size="15">${escaped(title)}, ${escaped(unit)}</text>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

export const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);
