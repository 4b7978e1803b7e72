/** Who signs, by every word of ours that may stand before a name, in each place where templates and people put a signature. */
import { expect, it } from 'vitest';
import { extract } from '../src/index.ts';

interface Tongue {
  readonly site: string;
  readonly title: string;
  readonly day: string;
  readonly text: readonly string[];
  /** What stands before the name. */
  readonly leads: readonly string[];
  /** The line from the name on, and who signs in it. */
  readonly lines: readonly (readonly [line: string, ...names: string[]])[];
}

const TONGUES: Readonly<Record<string, Tongue>> = {
  ar: {
    site: 'أفق بريس',
    title: 'حريق يأتي على مخزن للأثاث دون خسائر في الأرواح',
    day: '12 مارس 2026 - 14:30',
    text: [
      'أتى حريق مهول، فجر اليوم، على مخزن للأثاث المنزلي بالحي الصناعي، دون أن يخلف أي ضحايا في الأرواح، وفق ما أفادت به مصادر من عين المكان.',
      'وهرعت إلى مكان الحادث أربع شاحنات للوقاية المدنية، ظلت تشتغل زهاء خمس ساعات لتطويق ألسنة اللهب ومنع انتقالها إلى معمل مجاور للنسيج.',
    ],
    leads:
      'بقلم |بقلم: |كتب: |كتب/ |إعداد: |من إعداد |تحرير: |الكاتب: |من طرف |نشر بواسطة: |متابعة: |مراسلة: |حاورها: |أجرى الحوار: |أعد التقرير: |موفدنا إلى وهران: '.split(
        '|',
      ),
    lines: [
      ['نادية بوهلال', 'نادية بوهلال'],
      ['نادية بوهلال وسعيد العمري', 'نادية بوهلال', 'سعيد العمري'],
      ['سعيد العمري - الرباط', 'سعيد العمري'],
      ['أفق بريس/ سعيد العمري', 'سعيد العمري'],
      ['سعيد العمري- أفق بريس', 'سعيد العمري'],
    ],
  },
  fr: {
    site: 'Le Fanal',
    title: 'Un atelier de reliure rouvre les archives d’une confrérie',
    day: '12 mars 2026 à 14h30',
    text: [
      'Dans une ruelle de l’ancienne médina, quatre relieuses restaurent depuis le printemps les registres d’une confrérie vieille de trois siècles, que l’humidité menaçait de perdre à jamais.',
      'Les feuillets sont décollés un à un, séchés entre des buvards, puis comblés avec une pâte à papier teintée au thé. Une page demande en moyenne quarante minutes de travail.',
    ],
    leads:
      'Par |PAR |Par : |Par:|Écrit par |Rédigé par |Réalisé par |Auteur : |Propos recueillis par |Texte : |Reportage de |Signé : |Article rédigé par : '.split(
        '|',
      ),
    lines: [
      ['Nadia Bouhlal', 'Nadia Bouhlal'],
      ['NADIA BOUHLAL', 'NADIA BOUHLAL'],
      ['Nadia Bouhlal et Saïd Amri', 'Nadia Bouhlal', 'Saïd Amri'],
      ['Saïd Amri, à Rabat', 'Saïd Amri'],
      ['Saïd Amri | Le Fanal', 'Saïd Amri'],
    ],
  },
  en: {
    site: 'Harbour Herald',
    title: 'Village library reopens with books saved from the flood',
    day: '12 March 2026 at 14:30',
    text: [
      'The library of the upper village reopened on Thursday with some four thousand books that neighbours had carried out of the water in wheelbarrows and on their backs two winters ago.',
      'Volunteers dried the pages one by one in the gym of the school, and a binder from the city came every other Saturday to show them how to sew a spine again.',
    ],
    leads: 'By |BY |By: |Written by |Posted by |Words: |Author: |Reported by |A report by '.split(
      '|',
    ),
    lines: [
      ['Jane Whitlow', 'Jane Whitlow'],
      ['Jane Whitlow and Mark Teal', 'Jane Whitlow', 'Mark Teal'],
      ['Jane Whitlow, Senior Reporter', 'Jane Whitlow'],
      ['Jane Whitlow | Harbour Herald', 'Jane Whitlow'],
    ],
  },
  es: {
    site: 'El Fanal',
    title: 'El puerto estrena una rampa para las barcas pequeñas',
    day: '12 de marzo de 2026 a las 14:30',
    text: [
      'La autoridad portuaria ha abierto este jueves una rampa de hormigón que permitirá a los pescadores sacar del agua sus barcas sin pagar la grúa del muelle comercial.',
      'La cofradía celebra la mejora, aunque pide que se ilumine el acceso y que se prohíba aparcar a los remolques de recreo los fines de semana.',
    ],
    leads: 'Por |POR |Texto: |Escrito por |Autora: |Redactado por |Una información de '.split('|'),
    lines: [
      ['Lucía Cárdenas', 'Lucía Cárdenas'],
      ['Lucía Cárdenas, Ceuta', 'Lucía Cárdenas'],
      ['Lucía Cárdenas | El Fanal', 'Lucía Cárdenas'],
    ],
  },
};

type Place = (tongue: Tongue, line: string, text: string) => string;
const PLACES: Readonly<Record<string, Place>> = {
  'behind the day': ({ title, day }, line, text) =>
    `<h1>${title}</h1><div class="infos"><span>${day}</span> <span>${line}</span></div>${text}`,
  'beside the day': ({ title, day }, line, text) =>
    `<h1>${title}</h1><p>${line} | ${day}</p>${text}`,
  'below the day': ({ title, day }, line, text) =>
    `<h1>${title}</h1><p>${day}</p><p>${line}</p>${text}`,
  'in a list': ({ title, day }, line, text) =>
    `<h1>${title}</h1><ul><li><i class="fa fa-user"></i> ${line}</li><li>${day}</li></ul>${text}`,
  'at the head of the text': ({ title, day }, line, text) =>
    `<h1>${title}</h1><div>${day}</div><p><strong>${line}</strong></p>${text}`,
  'below the text': ({ title, day }, line, text) =>
    `<h1>${title}</h1><div>${day}</div>${text}<p><strong>${line}</strong></p>`,
};

const cases = Object.keys(TONGUES).flatMap((tongue) =>
  Object.keys(PLACES).map((place) => ({ tongue, place })),
);

it.each(cases)('reads signers $place ($tongue)', ({ tongue, place }) => {
  const it = TONGUES[tongue] as Tongue;
  const text = it.text.map((part) => `<p>${part}</p>`).join('');
  const wrong: string[] = [];
  for (const lead of it.leads)
    for (const [line, ...names] of it.lines) {
      const article = (PLACES[place] as Place)(it, lead + line, `<div class="txt">${text}</div>`);
      const html = `<title>${it.title} - ${it.site}</title><meta property="og:site_name" content="${it.site}"><main>${article}</main>`;
      const { authors } = extract(Buffer.from(html), {
        url: 'https://port.example/n/1.html',
        now: new Date('2026-03-14'),
      });
      if (authors.join() !== names.join()) wrong.push(`${lead}${line} → ${authors.join(', ')}`);
    }
  expect(wrong).toEqual([]);
});
