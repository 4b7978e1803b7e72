/** What readers wrote below a text, under any heading for it and in any elements, is none of the text: in ten languages, without a name of a class. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES, type Tongue } from './fixtures/tongues.ts';

interface Readers {
  readonly heads: readonly string[];
  readonly reply: string;
  readonly names: readonly string[];
  readonly dates: readonly string[];
  readonly texts: readonly string[];
  /** Labels of the form: name, address, text, and its button. */
  readonly form: readonly string[];
}

const READERS: Readonly<Record<string, Readers>> = {
  fr: {
    heads: [
      'Commentaires',
      '3 commentaires',
      'Vos réactions',
      'Réagir à cet article',
      'Laisser un commentaire',
      'Commentaires (3)',
      'Les avis des internautes',
    ],
    reply: 'Répondre',
    names: ['Karim B.', 'lulu77', 'Marc Dubois'],
    dates: ['12 mars 2026 à 15:10', 'il y a 2 heures', '13/03/2026 08:12'],
    texts: [
      'Enfin une bonne nouvelle pour la vallée, bravo à toute l’équipe du moulin.',
      'Je ne suis pas d’accord, cet argent aurait mieux servi à réparer la route.',
      'Mon grand-père y portait son blé, quelle émotion de le voir tourner.',
    ],
    form: ['Votre nom', 'Votre adresse e-mail', 'Votre commentaire', 'Envoyer'],
  },
  en: {
    heads: [
      'Comments',
      '3 comments',
      'Reader comments',
      'Join the conversation',
      'Leave a comment',
      'Comments (3)',
      '3 thoughts on this story',
      'What readers say',
    ],
    reply: 'Reply',
    names: ['Karim B.', 'lulu77', 'Mark Dobson'],
    dates: ['12 March 2026 at 3:10 pm', '2 hours ago', '13/03/2026 08:12'],
    texts: [
      'At last some good news for the valley, well done to the whole team.',
      'I disagree, that money would have been better spent on the road.',
      'My grandfather took his wheat there, how moving to see it turn.',
    ],
    form: ['Your name', 'Your email', 'Your comment', 'Post comment'],
  },
  ar: {
    heads: [
      'التعليقات',
      '3 تعليقات',
      'تعليقات الزوار',
      'أضف تعليقا',
      'التعليقات (3)',
      'آراء القراء',
      'تعليقات القراء',
      'اترك تعليقا',
    ],
    reply: 'رد',
    names: ['كريم', 'مواطن غيور', 'سعيد من وجدة'],
    dates: ['12 مارس 2026 - 15:10', 'منذ ساعتين', '13/03/2026 08:12'],
    texts: [
      'أخيرا خبر سار لأهل الوادي، تحية لكل من ساهم في هذا العمل الجميل.',
      'لا أتفق، كان الأولى صرف هذه الأموال على إصلاح الطريق المهترئة.',
      'كان جدي يحمل قمحه إليها، يا له من شعور أن نراها تدور من جديد.',
    ],
    form: ['الاسم', 'البريد الإلكتروني', 'تعليقك', 'إرسال'],
  },
  es: {
    heads: [
      'Comentarios',
      '3 comentarios',
      'Deja un comentario',
      'Opiniones de los lectores',
      'Comentarios (3)',
    ],
    reply: 'Responder',
    names: ['Karim B.', 'lulu77', 'Marcos Díaz'],
    dates: ['12 de marzo de 2026 a las 15:10', 'hace 2 horas', '13/03/2026 08:12'],
    texts: [
      'Por fin una buena noticia para el valle, enhorabuena a todo el equipo.',
      'No estoy de acuerdo, ese dinero se habría gastado mejor en la carretera.',
      'Mi abuelo llevaba allí su trigo, qué emoción verlo girar.',
    ],
    form: ['Tu nombre', 'Tu correo', 'Tu comentario', 'Enviar'],
  },
  de: {
    heads: [
      'Kommentare',
      '3 Kommentare',
      'Leserkommentare',
      'Schreibe einen Kommentar',
      'Kommentare (3)',
      'Diskussion',
    ],
    reply: 'Antworten',
    names: ['Karim B.', 'lulu77', 'Markus Dorn'],
    dates: ['12. März 2026 um 15:10', 'vor 2 Stunden', '13.03.2026 08:12'],
    texts: [
      'Endlich eine gute Nachricht für das Tal, Glückwunsch an alle Beteiligten.',
      'Ich bin anderer Meinung, das Geld wäre für die Straße besser ausgegeben.',
      'Mein Großvater brachte sein Korn dorthin, wie schön, sie drehen zu sehen.',
    ],
    form: ['Ihr Name', 'Ihre E-Mail', 'Ihr Kommentar', 'Absenden'],
  },
  it: {
    heads: ['Commenti', '3 commenti', 'Lascia un commento', 'I commenti dei lettori'],
    reply: 'Rispondi',
    names: ['Karim B.', 'lulu77', 'Marco Diotti'],
    dates: ['12 marzo 2026 alle 15:10', '2 ore fa', '13/03/2026 08:12'],
    texts: [
      'Finalmente una buona notizia per la valle, complimenti a tutti.',
      'Non sono d’accordo, quei soldi servivano per la strada.',
      'Mio nonno ci portava il grano, che emozione vederlo girare.',
    ],
    form: ['Il tuo nome', 'La tua email', 'Il tuo commento', 'Invia'],
  },
  pt: {
    heads: ['Comentários', '3 comentários', 'Deixe um comentário', 'Comentários dos leitores'],
    reply: 'Responder',
    names: ['Karim B.', 'lulu77', 'Marcos Dias'],
    dates: ['12 de março de 2026 às 15:10', 'há 2 horas', '13/03/2026 08:12'],
    texts: [
      'Até que enfim uma boa notícia para o vale, parabéns a todos.',
      'Não concordo, esse dinheiro servia melhor para a estrada.',
      'O meu avô levava lá o trigo, que emoção vê-lo girar.',
    ],
    form: ['O seu nome', 'O seu email', 'O seu comentário', 'Enviar'],
  },
  tr: {
    heads: ['Yorumlar', '3 yorum', 'Yorum yap', 'Okuyucu yorumları'],
    reply: 'Yanıtla',
    names: ['Kerim B.', 'lulu77', 'Murat Demir'],
    dates: ['12 Mart 2026 15:10', '2 saat önce', '13.03.2026 08:12'],
    texts: [
      'Sonunda vadi için güzel bir haber, emeği geçen herkese teşekkürler.',
      'Katılmıyorum, bu para yola harcansa daha iyi olurdu.',
      'Dedem buğdayını oraya götürürdü, döndüğünü görmek ne güzel.',
    ],
    form: ['Adınız', 'E-posta', 'Yorumunuz', 'Gönder'],
  },
  ru: {
    heads: ['Комментарии', '3 комментария', 'Оставить комментарий', 'Комментарии читателей'],
    reply: 'Ответить',
    names: ['Карим Б.', 'lulu77', 'Марк Дубов'],
    dates: ['12 марта 2026 в 15:10', '2 часа назад', '13.03.2026 08:12'],
    texts: [
      'Наконец хорошая новость для долины, спасибо всем участникам.',
      'Не согласен, эти деньги лучше было потратить на дорогу.',
      'Мой дед возил туда зерно, как приятно видеть её снова.',
    ],
    form: ['Ваше имя', 'Ваша почта', 'Ваш комментарий', 'Отправить'],
  },
  fa: {
    heads: ['نظرات', '۳ نظر', 'دیدگاه‌ها', 'نظر خود را بنویسید', 'دیدگاه کاربران'],
    reply: 'پاسخ',
    names: ['کریم', 'lulu77', 'سعید از شیراز'],
    dates: ['۲۱ اسفند ۱۴۰۴ - ۱۵:۱۰', '۲ ساعت پیش', '۱۴۰۴/۱۲/۲۲'],
    texts: [
      'بالاخره یک خبر خوب برای دره، دست همه درد نکند.',
      'من موافق نیستم، این پول را باید برای جاده خرج می‌کردند.',
      'پدربزرگم گندمش را آنجا می‌برد، چه حس خوبی دارد.',
    ],
    form: ['نام', 'ایمیل', 'دیدگاه', 'ارسال'],
  },
};

type Item = (readers: Readers, at: number) => string;
const LISTS: Readonly<Record<string, readonly [holder: string, item: Item]>> = {
  boxes: [
    'div',
    ({ names, dates, texts, reply }, at) =>
      `<div><b>${names[at]}</b> <span>${dates[at]}</span><p>${texts[at]}</p><a href="#r">${reply}</a></div>`,
  ],
  items: [
    'ol',
    ({ names, dates, texts }, at) =>
      `<li><strong>${names[at]}</strong><br>${dates[at]}<br>${texts[at]}</li>`,
  ],
  paragraphs: [
    'div',
    ({ names, dates, texts }, at) => `<p><b>${names[at]}</b> - ${dates[at]}</p><p>${texts[at]}</p>`,
  ],
  terms: [
    'dl',
    ({ names, dates, texts }, at) => `<dt>${names[at]}, ${dates[at]}</dt><dd>${texts[at]}</dd>`,
  ],
  rows: [
    'table',
    ({ names, dates, texts }, at) =>
      `<tr><td>${names[at]}</td><td>${dates[at]}</td></tr><tr><td colspan="2">${texts[at]}</td></tr>`,
  ],
};

const form = ({ form: [name, mail, text, send] }: Readers): string =>
  `<form><label>${name}</label><input name="n"><label>${mail}</label><input name="m"><label>${text}</label><textarea name="c"></textarea><button>${send}</button></form>`;

const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe.each(Object.entries(READERS))('readers in %s', (language, readers) => {
  const own = TONGUES[language] as Tongue;
  const text = `<h1>${own.title}</h1><p>${own.by} ${own.name}</p><p>12/03/2026</p>${own.p.map((it) => `<p>${it}</p>`).join('')}`;
  it.each(readers.heads)('under «%s»', (head) => {
    for (const [name, [holder, item]] of Object.entries(LISTS))
      for (const below of ['', form(readers)])
        for (const isInside of [true, false]) {
          const list = [0, 1, 2].map((at) => item(readers, at)).join('');
          const part = `<div><h3>${head}</h3><${holder}>${list}</${holder}>${below}</div>`;
          const main = isInside ? `<div>${text}${part}</div>` : `<div>${text}</div>${part}`;
          const html = `<title>${own.title} - Hexa</title><div><a href="/">Hexa</a></div><div>${main}</div><div>© 2026 Hexa</div>`;
          const read = extract(Buffer.from(html), { url: 'https://hexa.example/2026/moulin.html' });
          expect(oneSpace(read.body), name).toBe(oneSpace(own.p.join(' ')));
          expect(read.authors, name).toEqual([own.name]);
        }
  });
});
