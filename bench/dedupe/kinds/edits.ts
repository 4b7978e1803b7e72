import type { Dispatch, Printed } from './dispatch.ts';

/** What houses do to a dispatch; null where it cannot be done to this one. Each leaves it the same report. */
export const EDITS: Readonly<Record<string, (dispatch: Dispatch, serial: number) => Edited>> = {
  whole: (it) => print(it, { last: FROM[it.language] ?? FROM['fr'] }),
  'cut at the end': (it) => print(it, { body: it.body.slice(0, Math.ceil(it.body.length * 0.6)) }),
  'first paragraph': (it) => (it.body.length < 3 ? null : print(it, { body: it.body.slice(0, 1) })),
  headline: (it) => print(it, { title: it.other }),
  lead: (it) => print(it, { title: it.other, body: [it.lead, ...it.body] }),
  'lead in place of the first': (it) =>
    it.body.length < 3
      ? null
      : print(it, { title: it.other, body: [it.lead, ...it.body.slice(1)] }),
  between: (it, serial) => {
    if (it.body.length < 3) return null;
    const own = OWN[it.language];
    if (!own) return null;
    const [a, b] = [own[serial % own.length] ?? '', own[(serial + 1) % own.length] ?? ''];
    const [first = '', second = '', third = '', ...rest] = it.body;
    return print(it, { body: [first, second, a, third, b, ...rest] });
  },
  'agency line': (it) =>
    print(it, { body: [AGENCIES[it.language] ?? 'Agences', ...it.body], last: MORE[it.language] }),
  vowels: (it) =>
    it.language === 'ar'
      ? mapped(it, (text) => text.replace(/([بتدرسلمن])(?=[ا-ي])/g, '$1َ'))
      : null,
  'hamza and ya': (it) =>
    it.language === 'ar'
      ? mapped(it, (text) =>
          text
            .replace(/[أإآ]/g, 'ا')
            .replace(/ى/g, 'ي')
            .replace(/ة( |$)/g, 'ه$1'),
        )
      : null,
  digits: (it) =>
    it.language === 'ar'
      ? mapped(it, (text) =>
          text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
        )
      : null,
  typography: (it) =>
    mapped(it, (text) =>
      text
        .replace(/« ?| ?»|["“”]/g, '"')
        .replace(/’/g, "'")
        .replace(/(\d)[.](\d{3})/g, '$1\u00a0$2')
        .replace(/ – /g, ' - ')
        .replace(/(\d) %/g, '$1%'),
    ),
  list: (it) =>
    print(it, {
      body: it.body.flatMap((part) => part.split(/(?<=[.،]) /).map((line) => `• ${line}`)),
    }),
  updated: (it) => {
    const flag =
      { ar: 'تحديث: ', fr: 'MISE À JOUR. ', es: 'Actualización: ', en: 'UPDATE: ' }[it.language] ??
      '';
    const body = it.body.map((part, at) =>
      at === 0 ? part.replace(/\d+/, (n) => String(Number(n) + 3)) : part,
    );
    return print(it, { title: flag + it.title.replace(/\d+/, (n) => String(Number(n) + 3)), body });
  },
  'typo mended': (it) =>
    mapped(it, (text) => text.replace(/(\p{L}{3})(\p{L})(\p{L})(\p{L}{2})/u, '$1$3$2$4')),
  'every third left out': (it) =>
    it.body.length < 3 ? null : print(it, { body: it.body.filter((_, at) => at % 3 !== 2) }),
  'cut under another headline and lead': (it) =>
    it.body.length < 3
      ? null
      : print(it, { title: it.other, body: [it.lead, ...it.body.slice(0, 2)] }),
  'one paragraph': (it) => print(it, { title: it.title.toUpperCase(), body: [it.body.join(' ')] }),
  'parts changed about': (it) =>
    it.body.length < 4
      ? null
      : print(it, {
          title: it.other,
          body: [it.body[2], it.body[0], it.body[3], it.body[1]].map(String),
        }),
};

type Edited = Printed | null;
interface Said {
  readonly title?: string;
  readonly body?: readonly string[];
  readonly last?: string | undefined;
}

/** A dispatch as it is, or with another headline, body or last line. */
export function print({ language, title, body }: Dispatch, said: Said = {}): Printed {
  const parts = [...(said.body ?? body), ...(said.last ? [said.last] : [])];
  return { language, title: said.title ?? title, body: parts.join('\n\n') };
}

const mapped = (it: Dispatch, change: (text: string) => string): Printed =>
  print(it, { title: change(it.title), body: it.body.map(change) });

const FROM: Record<string, string> = {
  ar: '(و م ع)',
  fr: '(APS)',
  en: '(Reuters)',
  es: '(EFE)',
  ber: '(APS)',
  zgh: 'ⵎⴰⵎ',
};
const AGENCIES: Record<string, string> = {
  ar: 'وكالات',
  fr: 'Agences',
  en: 'Agencies',
  es: 'Agencias',
};
const MORE: Record<string, string> = {
  ar: 'تابعوا آخر الأخبار عبر قناتنا على واتساب وحملوا تطبيقنا المجاني للتوصل بالجديد لحظة بلحظة',
  fr: 'Retrouvez toute l’actualité sur notre chaîne WhatsApp et téléchargez notre application gratuite',
  en: 'Follow us on WhatsApp and download our free app for the latest headlines as they happen',
  es: 'Siga toda la actualidad en nuestro canal de WhatsApp y descargue gratis nuestra aplicación',
};
const OWN: Record<string, readonly string[]> = {
  ar: [
    'ويرى متتبعون للشأن المحلي أن ما جرى يطرح أسئلة كثيرة حول الحكامة وربط المسؤولية بالمحاسبة، خصوصا أن وعودا مماثلة أطلقت قبل سنوات دون أن تجد طريقها إلى التنفيذ.',
    'وفي اتصال مع الجريدة، عبر عدد من المواطنين عن أملهم في أن تتحسن الأوضاع قريبا، فيما فضل آخرون انتظار ما ستسفر عنه الأيام المقبلة قبل إصدار أي حكم.',
    'يشار إلى أن الجريدة حاولت الحصول على توضيحات إضافية من الجهات المعنية، غير أن هواتف المسؤولين ظلت ترن دون جواب إلى حدود كتابة هذه الأسطر.',
  ],
  fr: [
    'Contacté par notre rédaction, un bon connaisseur du dossier estime que la question se posait depuis longtemps et que les autorités locales ont trop tardé à prendre la mesure des attentes de la population.',
    'Sur les réseaux sociaux, les réactions n’ont pas tardé : entre satisfaction, scepticisme et ironie, les internautes attendent surtout de voir les promesses suivies d’effets.',
    'Dans ces colonnes, nous évoquions déjà au printemps dernier les retards accumulés et les tensions entre les différents intervenants.',
  ],
  en: [
    'Speaking to this newspaper, several people familiar with the matter said warnings had been raised for years, and that nobody in charge had acted on any of them until it was much too late.',
    'Reaction online was swift, with many asking why the lessons of the past had once again been ignored.',
  ],
  es: [
    'Fuentes consultadas por este periódico recuerdan que la situación se repite cada otoño y lamentan que los medios disponibles sigan siendo los mismos que hace una década.',
    'Varias organizaciones vecinales han convocado para el viernes una concentración silenciosa ante el ayuntamiento.',
  ],
};
