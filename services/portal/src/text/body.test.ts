import { html } from '@nashra/site';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './body.ts';

const show = (stored: string, language: string | null = 'ar') =>
  bodyOf(stored, {
    tableName: 'جدول',
    language,
    image: (address, alt) =>
      address.includes('hidden') ? null : html`<img src="/x" alt="${alt}">`,
  }).text;

describe('the body of an article', () => {
  it('has every block in the direction of its language, where the block has its letters', () => {
    const stored = '<p dir="auto">OCP: استثمار جديد</p>\n<p dir="auto">Signed: the editor</p>\n';
    expect(show(stored)).toBe(
      '<p dir="rtl">OCP: استثمار جديد</p>\n<p dir="ltr">Signed: the editor</p>\n',
    );
  });

  it('shows images from where we serve them, and none that are hidden', () => {
    const figure = (name: string) =>
      `<figure><img src="https://a.example/${name}.jpg" alt="&quot;منظر&quot;"><figcaption dir="auto">تعليق</figcaption></figure>\n`;
    expect(show(figure('shown'))).toBe(
      '<figure><img src="/x" alt="&#34;منظر&#34;"><figcaption dir="rtl">تعليق</figcaption></figure>\n',
    );
    expect(show(figure('hidden'))).toBe('\n');
  });

  it('tells nothing to the sites its links lead to', () => {
    const link = '<p dir="auto"><a href="https://b.example/" rel="nofollow noopener">b</a></p>';
    expect(show(link)).toContain('rel="nofollow noopener external" referrerpolicy="no-referrer"');
  });

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    '<img src=x onerror=alert(1)>',
    '<img src="https://a/" alt="" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<svg/onload=alert(1)>',
    '<iframe src="https://a.example/"></iframe>',
    '<style>*{}</style>',
    '<p dir="auto"',
  ])('shows %s as the text it is, should it ever be stored', (hostile) => {
    expect(show(hostile)).not.toMatch(/<(?!\/?(?:p|a)>)[a-z/]/i);
  });
});

it('lets a table be moved by keyboard, and stay a table', () => {
  expect(show('<table><tr><td>1</td></tr></table>')).toBe(
    '<div class="wide" role="group" tabindex="0" aria-label="جدول"><table><tr><td>1</td></tr></table></div>',
  );
  // What closes nothing would end the body instead.
  expect(show('</table>')).toBe('</table>');
});
