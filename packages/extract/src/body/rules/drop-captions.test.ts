import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const sentence =
  'The council of the harbour town voted on Monday to repair the old sea wall before the storms of winter come, at a cost of two million.';
const page = (insert: string): string => {
  const html = `<html lang="en"><title>Sea wall to be repaired before winter</title><h1>Sea wall to be repaired before winter</h1>${[1, 2, 3].map((n) => `<p>${n}. ${sentence}</p>`).join(insert)}</html>`;
  return extract(Buffer.from(html), { url: 'https://courier.example/sea-wall-repaired-4711' }).body;
};

describe('dropCaptions', () => {
  it('leaves what is said of a picture to the picture', () => {
    const body = page(
      '<figure><img src="/wall.jpg"><figcaption>Waves break over the pier in March, seen from the tower.</figcaption></figure>',
    );
    expect(body).not.toContain('Waves break');
    expect(body.match(/sea wall before/g)).toHaveLength(3);
  });

  it.each([
    '<div class="k3"><img src="/a.jpg"><div class="k4">The pier from the tower</div></div>',
    '<p><img src="/a.jpg"><br>The pier from the tower</p>',
    '<p><img src="/a.jpg"></p><p><em>The pier from the tower</em></p>',
    '<table><tr><td><img src="/a.jpg"></td></tr><tr><td>The pier from the tower</td></tr></table>',
  ])('knows a line that stands alone under a picture between paragraphs: %s', (picture) => {
    expect(page(picture)).not.toContain('from the tower');
  });

  it('keeps lines under pictures that stand in a row, and numbered parts', () => {
    const steps = ['Mix the lime', 'Wet the stones', 'Fill the joints'].map(
      (step) => `<div><img src="/a.jpg"><p>${step}</p></div>`,
    );
    expect(page(steps.join(''))).toContain('Wet the stones');
    expect(page('<div><img src="/a.jpg"><p>1. The first wall</p></div>')).toContain('first wall');
  });

  it('keeps the title of a table and of a listing, which are text', () => {
    const body = page(
      '<figure><table><tr><th>Part</th><th>Cost</th></tr><tr><td>Stones</td><td>900,000</td></tr><tr><td>Work</td><td>1,100,000</td></tr></table><figcaption>What the parts of the wall will cost the town</figcaption></figure>',
    );
    expect(body).toContain('1,100,000');
    expect(body).toContain('What the parts of the wall');
  });
});
