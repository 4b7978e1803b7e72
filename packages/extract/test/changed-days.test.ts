/** When a text came out and when it was changed, as publishers of sixteen languages write both above it, below it and in every order. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES } from './fixtures/tongues.ts';

/** Words for both days, and each day as the language writes it. */
const WORDS: Readonly<Record<string, readonly [string, readonly string[], string, string]>> = {
  fr: [
    'Mis en ligne le',
    ['Mis à jour le', 'Dernière modification :', 'Article modifié le'],
    '12/03/2026 à 14:30',
    '13/03/2026 à 09:15',
  ],
  en: [
    'Posted on',
    ['Updated', 'Last modified:', 'This article was last updated on'],
    'March 12, 2026 2:30 pm',
    'March 13, 2026 9:15 am',
  ],
  de: [
    'Erstellt:',
    ['Zuletzt geändert:', 'Letzte Aktualisierung:', 'Letzte Änderung:'],
    '12. März 2026, 14:30 Uhr',
    '13. März 2026, 09:15 Uhr',
  ],
  es: [
    'Publicado el',
    ['Última actualización:', 'Modificado el', 'Editado:'],
    '12 de marzo de 2026, 14:30',
    '13 de marzo de 2026, 09:15',
  ],
  it: [
    'Pubblicato il',
    ['Ultima modifica:', 'Aggiornato il', 'Articolo aggiornato il'],
    '12 marzo 2026 ore 14:30',
    '13 marzo 2026 ore 09:15',
  ],
  pt: [
    'Publicado em',
    ['Atualizado em', 'Última edição:', 'Modificado em'],
    '12/03/2026 14h30',
    '13/03/2026 09h15',
  ],
  nl: [
    'Geplaatst op',
    ['Laatste wijziging:', 'Bijgewerkt op', 'Laatste update:'],
    '12 maart 2026 14:30',
    '13 maart 2026 09:15',
  ],
  tr: [
    'Yayınlanma:',
    ['Son Güncelleme:', 'Güncellenme Tarihi:', 'Düzenleme:'],
    '12 Mart 2026 14:30',
    '13 Mart 2026 09:15',
  ],
  ru: [
    'Опубликовано:',
    ['Обновлено', 'Дата изменения:', 'Последняя редакция:'],
    '12 марта 2026, 14:30',
    '13 марта 2026, 09:15',
  ],
  uk: [
    'Опубліковано:',
    ['Оновлено:', 'Остання зміна:', 'Змінено:'],
    '12 березня 2026, 14:30',
    '13 березня 2026, 09:15',
  ],
  pl: [
    'Opublikowano:',
    ['Aktualizacja:', 'Ostatnia modyfikacja:', 'Zaktualizowano:'],
    '12 marca 2026, 14:30',
    '13 marca 2026, 09:15',
  ],
  el: [
    'Δημοσιεύτηκε:',
    ['Ενημερώθηκε:', 'Τελευταία ενημέρωση:', 'Επικαιροποίηση:'],
    '12 Μαρτίου 2026, 14:30',
    '13 Μαρτίου 2026, 09:15',
  ],
  he: [
    'פורסם:',
    ['עודכן:', 'עדכון אחרון:', 'עריכה אחרונה:'],
    '12 במרץ 2026, 14:30',
    '13 במרץ 2026, 09:15',
  ],
  fa: [
    'تاریخ انتشار:',
    ['آخرین به‌روزرسانی:', 'به روز شده در', 'آخرین ویرایش:'],
    '۲۱ اسفند ۱۴۰۴ - ۱۴:۳۰',
    '۲۲ اسفند ۱۴۰۴ - ۰۹:۱۵',
  ],
  ur: [
    'شائع ہوا:',
    ['اپ ڈیٹ', 'آخری اپ ڈیٹ:', 'تازہ کاری:'],
    '12 مارچ 2026 14:30',
    '13 مارچ 2026 09:15',
  ],
  ar: [
    'نُشر يوم',
    ['آخر تحديث:', 'حُدّث في', 'تم تعديله يوم'],
    '12 مارس 2026 - 14:30',
    '13 مارس 2026 - 09:15',
  ],
};

/** Where both stand; the last one has the change below the text. */
const FORMS: readonly ((out: string, change: string) => readonly [above: string, below: string])[] =
  [
    (out, change) => [`<p class="meta">${out} – ${change}</p>`, ''],
    (out, change) => [`<div>${change} | ${out}</div>`, ''],
    (out, change) => [`<p>${out}<br>${change}</p>`, ''],
    (out, change) => [`<div><span>${out}</span> <span>${change}</span></div>`, ''],
    (out, change) => [`<ul class="post-meta"><li>${out}</li><li>${change}</li></ul>`, ''],
    (out, change) => [`<p>${out}</p>`, `<p>${change}</p>`],
  ];

describe.each(Object.entries(WORDS))('%s', (language, [cameOut, changed, first, second]) => {
  const { title, p } = TONGUES[language] as (typeof TONGUES)[string];
  const text = p.map((one) => `<p>${one}</p>`).join('');
  const read = (above: string, below = '') =>
    extract(
      Buffer.from(
        `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title} - Gazette</title><body><nav><a href="/">Gazette</a></nav><div><div><h1>${title}</h1>${above}${text}${below}</div></div><footer>© 2026 Gazette</footer>`,
      ),
      {
        url: 'https://gazette.example/a/mill',
        publisher: { timeZone: 'UTC' },
        now: new Date('2026-03-20T12:00:00Z'),
      },
    );
  const days = ({ published, modified, body }: ReturnType<typeof extract>) => ({
    published: published?.instant.slice(0, 16),
    modified: modified?.instant.slice(0, 16),
    body: body.split('\n\n'),
  });
  const wanted = { published: '2026-03-12T14:30', modified: '2026-03-13T09:15', body: p };

  it.each(changed)('both days beside «%s»', (word) => {
    for (const form of FORMS)
      expect(days(read(...form(`${cameOut} ${first}`, `${word} ${second}`)))).toEqual(wanted);
  });

  it('labels that have elements to themselves', () => {
    const list = `<dl><dt>${cameOut}</dt><dd>${first}</dd><dt>${changed[0]}</dt><dd>${second}</dd></dl>`;
    expect(days(read(list))).toEqual(wanted);
  });
});
