import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const paragraphs = [
  'The council of the harbour town voted on Monday to repair the old sea wall before the storms of winter come, at a cost of two million.',
  'Masons from three villages will take out the loose stones first, number them and store them on the quay behind the ice house.',
  'Fishing boats are to lie in the inner basin until the work is done, which the mayor expects in the first week of November.',
];
const page = (end: string): string => {
  const html = `<html lang="en"><title>Sea wall to be repaired</title><h1>Sea wall to be repaired</h1><div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}${end}</div></html>`;
  return extract(Buffer.from(html), { url: 'https://courier.example/sea-wall-repaired-4711' }).body;
};
const said = 'At last, I have asked the council for this every winter since we moved here!';

describe('dropVoices', () => {
  it.each([
    `<b>Comments</b><br><br><b>Old Tide</b><br>12/03/2026 10:12<br>${said}<br><br>`,
    `<h3>Readers’ comments</h3><p><b>Old Tide</b>: ${said}</p>`,
    `<table><tr><td>Discussion</td></tr><tr><td><b>Old Tide</b> 12/03/2026<br>${said}</td></tr></table>`,
    `<div><p>Leave a reply</p><article><h5>Old Tide</h5><p>${said}</p></article></div>`,
  ])('takes out one reader alone under a word for them: %s', (comments) => {
    const body = page(comments);
    expect(body).not.toContain('At last');
    for (const text of paragraphs) expect(body).toContain(text);
  });

  it('keeps a debate that the article tells of', () => {
    const debate =
      '<h3>The discussion</h3><p>Mr Quill of the opposition held that a wall of sand would have cost half as much and lasted as long.</p>';
    expect(page(debate)).toContain('a wall of sand');
  });
});
