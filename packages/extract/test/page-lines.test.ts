/** What templates put above, between and below paragraphs, in sixteen languages; and sentences that only begin like it. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import lines from './fixtures/lines.json' with { type: 'json' };
import { TONGUES, type Tongue } from './fixtures/tongues.ts';

type Kind = keyof typeof lines;
type Place = 'above' | 'after' | 'between' | 'below';

const PLACES: Readonly<Record<Kind, readonly Place[]>> = {
  signs: ['above'],
  'leads elsewhere': ['after', 'between', 'below'],
  advertises: ['after', 'between'],
  calls: ['between', 'below'],
  'tells of the page': ['above', 'below'],
  'is text': ['between', 'below'],
};

const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function read(language: string, { title, p }: Tongue, place: Place, line: string) {
  const at = (where: Place): string => (where === place ? `<p>${line}</p>` : '');
  const [first, second, third] = p.map((text) => `<p>${text}</p>`);
  const html = `<html lang="${language}"><title>${title} | Hexa</title><main><h1>${title}</h1>${at('above')}${first}${at('after')}${second}${at('between')}${third}${at('below')}</main>`;
  return extract(Buffer.from(html), { url: 'https://hexa.example/2026/03/moulin.html' });
}

describe.each(Object.keys(lines) as Kind[])('a line that %s', (kind) => {
  it.each(Object.entries(lines[kind]))('in %s', (language, said) => {
    const own = TONGUES[language] as Tongue;
    for (const form of said)
      for (const place of PLACES[kind]) {
        const line = form.replace('{name}', own.name);
        const { body, authors, title } = read(language, own, place, line);
        const where = `${line}, ${place}`;
        expect(title, where).toBe(own.title);
        expect(authors, where).toEqual(kind === 'signs' ? [own.name] : []);
        if (kind === 'is text') expect(oneSpace(body), where).toContain(oneSpace(line));
        else expect(oneSpace(body), where).toBe(oneSpace(own.p.join(' ')));
      }
  });
});
