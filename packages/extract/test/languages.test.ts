/** The language of an article, though its template declares another one, none, or letters that are no language's. */
import { expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES } from './fixtures/tongues.ts';

it.each(Object.entries(TONGUES))('knows %s', (language, { title, p }) => {
  for (const declared of [language, 'fr', 'ar', '', 'xx']) {
    const html = `<html lang="${declared}"><title>${title}</title><main><h1>${title}</h1>${p.map((text) => `<p>${text}</p>`).join('')}</main>`;
    const read = extract(Buffer.from(html), { url: 'https://hexa.example/moulin.html' });
    expect(read.language?.slice(0, 2), declared).toBe(language);
  }
});
