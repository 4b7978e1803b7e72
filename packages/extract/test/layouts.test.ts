/** The same short article in sixteen languages and eight layouts that pages have had since tables: each field, and nothing else in the text. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES, type Tongue } from './fixtures/tongues.ts';

/** How publishers write the twelfth of March 2026. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  fr: [
    '12 mars 2026 à 14h30',
    'Publié le 12 mars 2026 à 14:30',
    'Jeudi 12 mars 2026 - 14:30',
    'Le 12/03/2026 à 14h30',
    '12 mars 2026',
    'Mis en ligne le jeudi 12 mars 2026',
    'Publié : 12.03.2026, 14:30',
    '12 MARS 2026 | 14H30',
    'Posté le 12/03/2026',
  ],
  en: [
    'March 12, 2026 2:30 pm',
    'Published 12 March 2026, 14:30',
    'Thursday, March 12, 2026',
    '12 Mar 2026',
    'Posted on March 12th, 2026',
    'Thu 12 Mar 2026 14.30 GMT',
    'Mar. 12, 2026 at 2:30 p.m. ET',
    'Updated 2:30 PM EST, Thu March 12, 2026',
    '2026-03-12 14:30',
  ],
  de: [
    '12. März 2026, 14:30 Uhr',
    'Veröffentlicht am 12.03.2026',
    'Donnerstag, 12. März 2026',
    '12.03.2026 | 14:30',
    'Stand: 12.03.2026 14:30 Uhr',
    'vom 12. März 2026',
    '12.3.2026, 14.30 Uhr',
    'Erstellt: 12.03.2026',
  ],
  es: [
    '12 de marzo de 2026, 14:30',
    'Publicado el 12 de marzo de 2026',
    'Jueves, 12 de marzo de 2026',
    '12/03/2026 - 14:30h',
    '12 MAR 2026 - 14:30 CET',
    '12 marzo, 2026',
    'Actualizado 12/03/2026 14:30',
  ],
  it: [
    '12 marzo 2026 ore 14:30',
    'Pubblicato il 12 marzo 2026',
    'Giovedì, 12 Marzo 2026',
    '12/03/2026 - 14:30',
    '12 Marzo 2026 - 14.30',
    '12 mar 2026',
  ],
  pt: [
    '12 de março de 2026, 14:30',
    'Publicado em 12/03/2026 às 14h30',
    'Quinta-feira, 12 de março de 2026',
    '12 mar 2026, 14:30',
    '12/03/2026 14h30',
    '12 de mar. de 2026 às 14:30',
  ],
  nl: [
    '12 maart 2026 14:30',
    'Gepubliceerd op 12 maart 2026',
    'donderdag 12 maart 2026',
    '12-03-2026, 14:30 uur',
    '12 mrt 2026',
    'Geplaatst op 12 maart 2026',
  ],
  tr: [
    '12 Mart 2026 14:30',
    'Yayınlanma: 12 Mart 2026 - 14:30',
    '12.03.2026 14:30',
    'Perşembe, 12 Mart 2026',
    'Giriş: 12.03.2026 - 14:30',
    'Yayın Tarihi: 12 Mart 2026',
    'Oluşturulma Tarihi: 12.03.2026 14:30',
  ],
  ru: [
    '12 марта 2026, 14:30',
    'Опубликовано: 12.03.2026',
    'Четверг, 12 марта 2026',
    '12.03.2026 14:30',
    '14:30, 12 марта 2026',
    '12 мар 2026',
    '12 марта 2026 г. в 14:30',
  ],
  uk: [
    '12 березня 2026, 14:30',
    'Опубліковано: 12.03.2026',
    'Четвер, 12 березня 2026',
    '12.03.2026 14:30',
    '14:30, 12 березня 2026',
    '12 бер. 2026',
  ],
  pl: [
    '12 marca 2026, 14:30',
    'Opublikowano: 12.03.2026',
    'czwartek, 12 marca 2026',
    '12.03.2026 14:30',
    '12 marca 2026 r. godz. 14:30',
    'Data publikacji: 12 marca 2026',
    '2026-03-12 14:30',
  ],
  el: [
    '12 Μαρτίου 2026, 14:30',
    'Δημοσιεύτηκε: 12/03/2026',
    'Πέμπτη, 12 Μαρτίου 2026',
    '12.03.2026 | 14:30',
    '12 Μαρ 2026',
    '12 Μαρτίου 2026 στις 14:30',
  ],
  he: [
    '12 במרץ 2026, 14:30',
    'פורסם: 12.03.2026',
    'יום חמישי, 12 במרץ 2026',
    '12/03/2026 14:30',
    'פורסם ב-12.03.26',
    '12.3.2026',
  ],
  fa: [
    '۱۲ مارس ۲۰۲۶',
    'تاریخ انتشار: ۲۱ اسفند ۱۴۰۴',
    '۲۱ اسفند ۱۴۰۴ - ۱۴:۳۰',
    'پنجشنبه ۲۱ اسفند ۱۴۰۴',
    '۱۴۰۴/۱۲/۲۱ ۱۴:۳۰',
    '2026-03-12 14:30',
  ],
  ur: [
    '12 مارچ 2026',
    'شائع 12 مارچ 2026',
    'جمعرات 12 مارچ 2026',
    '12-03-2026',
    '12 مارچ ، 2026',
    'اپ ڈیٹ 12 مارچ 2026 02:30pm',
  ],
  ar: [
    '12 مارس 2026',
    'الخميس 12 مارس 2026 - 14:30',
    'نشر في 12 مارس 2026 الساعة 14:30',
    '12/03/2026 14:30',
    'نشر يوم 12 - 03 - 2026',
    '12 آذار 2026',
    'الخميس، 12 مارس، 2026',
    '١٢ مارس ٢٠٢٦',
    'تاريخ النشر: 12-03-2026',
    'نُشر في: 12 مارس، 2026 - 2:30 م',
    '12 مارس 2026 على الساعة 14:30',
    'الخميس ١٢/٣/٢٠٢٦',
    'آخر تحديث: 12 مارس 2026',
  ],
};

const paragraphs = ({ p }: Tongue): string => p.map((text) => `<p>${text}</p>`).join('');
const nav = '<a href="/a">Hexa</a> <a href="/b">Alpha</a> <a href="/c">Beta</a>';
const foot = '<div>© 2026 Hexa</div>';
type Layout = (own: Tongue, by: string, day: string) => string;
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'elements that say what they are': (own, by, day) =>
    `<header><nav>${nav}</nav></header><main><article><h1>${own.title}</h1><p>${by}</p><time>${day}</time>${paragraphs(own)}</article></main><footer>© 2026 Hexa</footer>`,
  boxes: (own, by, day) =>
    `<div>${nav}</div><div><h1>${own.title}</h1><div>${by}</div><div>${day}</div><div>${paragraphs(own)}</div></div>${foot}`,
  'a bar between': (own, by, day) =>
    `<div>${nav}</div><div><h1>${own.title}</h1><div>${by} | ${day}</div>${own.p.map((text) => `<div>${text}</div>`).join('')}</div>${foot}`,
  'the day above': (own, by, day) =>
    `<div>${nav}</div><div><div>${day}</div><h2>${own.title}</h2><div>${by}</div>${paragraphs(own)}</div>${foot}`,
  breaks: (own, by, day) =>
    `<div>${nav}</div><div><h1>${own.title}</h1><i>${by}</i><br><small>${day}</small><br><br>${own.p.join('<br><br>')}</div>${foot}`,
  tables: (own, by, day) =>
    `<table><tr><td>${nav}</td></tr><tr><td><b><font size="5">${own.title}</font></b><br>${by} - ${day}<br><br>${own.p.join('<br><br>')}</td></tr><tr><td>© 2026 Hexa</td></tr></table>`,
  'a list': (own, by, day) =>
    `<div>${nav}</div><section><h1>${own.title}</h1><ul><li>${by}</li><li>${day}</li></ul>${own.p.map((text) => `<p><span>${text}</span></p>`).join('')}</section>${foot}`,
  'who and when below': (own, by, day) =>
    `<div>${nav}</div><div><h1>${own.title}</h1>${paragraphs(own)}<p>${by}</p><p>${day}</p></div>${foot}`,
};

const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const twelfth = { timeZone: 'UTC' };

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  it.each(Object.entries(TONGUES))('in %s', (language, own) => {
    for (const day of DAYS[language] ?? []) {
      const main = layout(own, `${own.by} ${own.name}`, day);
      const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${own.title} - Hexa</title></head><body>${main}</body></html>`;
      const read = extract(Buffer.from(html), {
        url: 'https://hexa.example/n/1234',
        publisher: { ...twelfth, language },
      });
      const { title, authors, body, published, modified } = read;
      expect([title, authors, oneSpace(body)], day).toEqual([
        own.title,
        [own.name],
        oneSpace(own.p.join(' ')),
      ]);
      expect((published ?? modified)?.instant, day).toContain('2026-03-12T');
    }
  });
});
