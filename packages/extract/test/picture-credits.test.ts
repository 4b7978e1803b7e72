/** Whose picture it is signs nothing, dates nothing and is no line of a text, in whatever language and place it stands. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES, type Tongue } from './fixtures/tongues.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  fr: ['Photo', 'Photos', 'Crédit photo', 'Photographie', 'Illustration', 'Image'],
  en: [
    'Photo',
    'Photos',
    'Photograph',
    'Photography',
    'Picture',
    'Pictures',
    'Image',
    'Photo credit',
    'Illustration',
  ],
  de: ['Foto', 'Fotos', 'Bild', 'Bilder', 'Abbildung', 'Fotografie', 'Grafik'],
  es: ['Foto', 'Fotos', 'Fotografía', 'Imagen', 'Ilustración'],
  it: ['Foto', 'Fotografia', 'Immagine', 'Immagini', 'Illustrazione'],
  pt: ['Foto', 'Fotos', 'Fotografia', 'Imagem', 'Ilustração', 'Crédito'],
  nl: ['Foto', "Foto's", 'Beeld', 'Fotografie'],
  tr: ['Fotoğraf', 'Fotoğraflar', 'Görsel'],
  ru: ['Фото', 'Фотография', 'Фотографии', 'Снимок', 'Иллюстрация'],
  uk: ['Фото', 'Світлина', 'Зображення'],
  pl: ['Fot.', 'Foto', 'Zdjęcie', 'Zdjęcia', 'Fotografia', 'Ilustracja'],
  el: ['Φωτογραφία', 'Φωτογραφίες', 'Φωτό', 'Εικόνα'],
  he: ['צילום', 'צילומים', 'תמונה', 'איור'],
  fa: ['عکس', 'عکاس', 'تصویر', 'عکس‌ها'],
  ur: ['تصویر', 'تصاویر', 'فوٹو'],
  ar: [
    'صورة',
    'الصورة',
    'تصوير',
    'عدسة',
    'صور',
    'الصور',
    'بعدسة',
    'تصوير فوتوغرافي',
    'مصدر الصورة',
  ],
};

/** What stands above, between and below the paragraphs. */
type Parts = readonly [above: string, between?: string, below?: string];
const picture = '<p><img src="/a.jpg" width="800" height="500"></p>';
const PLACES: Readonly<Record<string, (credit: string, own: Tongue) => Parts>> = {
  'under the first picture': (credit) => [`${picture}<p>${credit}</p>`],
  'under a picture between paragraphs': (credit) => ['', `${picture}<p>${credit}</p>`],
  'below the text': (credit) => ['', '', `<p>${credit}</p>`],
  'below who wrote': (credit, { by, name }) => [`<div>${by} ${name}</div><div>${credit}</div>`],
  'behind who wrote': (credit, { by, name }) => [`<div>${by} ${name} – ${credit}</div>`],
  'alone above the text': (credit) => [`<div>${credit}</div>`],
};
const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ');

describe.each(Object.entries(TONGUES))('a picture’s credit in %s', (language, own) => {
  it.each(WORDS[language] ?? [])('%s', (word) => {
    for (const [place, partsOf] of Object.entries(PLACES))
      for (const mark of [':', ' /']) {
        const [above, between = '', below = ''] = partsOf(`${word}${mark} ${own.pic}`, own);
        const [first, second, third] = own.p.map((it) => `<p>${it}</p>`);
        const html = `<html lang="${language}"><title>${own.title} | Hexa</title><main><h1>${own.title}</h1>${above}${first}${second}${between}${third}${below}</main>`;
        const read = extract(Buffer.from(html), {
          url: 'https://hexa.example/2026/03/moulin.html',
        });
        const where = `${place}, ${mark}`;
        const isSigned = above.includes(own.name);
        expect(read.authors, where).toEqual(isSigned ? [own.name] : []);
        expect(oneSpace(read.body), where).toBe(oneSpace(own.p.join(' ')));
      }
  });

  it.each(WORDS[language] ?? [])('%s, behind a caption', (word) => {
    const caption = `${own.p[2]} ${word}: ${own.pic}`;
    const html = `<html lang="${language}"><title>${own.title}</title><main><h1>${own.title}</h1><figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure><p>${own.p[0]}</p><p>${own.p[1]}</p></main>`;
    const { leadImage } = extract(Buffer.from(html), { url: 'https://hexa.example/moulin.html' });
    expect(leadImage?.credit).toContain(own.pic);
  });
});
