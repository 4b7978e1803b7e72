import { expect, it } from 'vitest';
import { extract } from '../index.ts';

const P =
  '<p>The council said on Tuesday that the work on the old harbour would begin in spring, once the last boats had left the quay.</p>';

const bodyOf = (part: string): string =>
  extract(
    new TextEncoder().encode(
      `<title>The old harbour closes for a year</title><article><h1>The old harbour closes for a year</h1>${P}${part}${P.replace('spring', 'autumn')}</article>`,
    ),
    { url: 'https://news.example/2026/harbour' },
  ).body;

it('keeps the lines of verse', () => {
  expect(
    bodyOf('<p>O boats, <i>you\n leave</i><br> the quay at dawn,<br/>\nand none looks back.</p>'),
  ).toContain('\n\nO boats, you leave\nthe quay at dawn,\nand none looks back.\n\n');
});

it('keeps the lines of code and how far they stand in, and no empty one', () => {
  const code = '<pre><code>\nif (tide &lt; 2) {\n\n\treturn <b>ebb</b>;   \r\n}\n</code></pre>';
  expect(bodyOf(code)).toContain('\n\nif (tide < 2) {\n    return ebb;\n}\n\n');
});

it('keeps lines of code together that are elements of their own', () => {
  const code = '<pre><div>const tide = 2;</div><div>  return tide;</div></pre>';
  expect(bodyOf(code)).toContain('\n\nconst tide = 2;\n  return tide;\n\n');
});

it('gives a cell no lines, for those of a table are its rows', () => {
  const table =
    '<table><tr><th>Harbour</th><th>Boats</th></tr><tr><td>Old<br>quay</td><td>120</td></tr></table>';
  expect(bodyOf(table)).toContain('\n\nHarbour\tBoats\nOld quay\t120\n\n');
});
