/** That a text goes on for those who pay: fifty-five ways to say it in seven languages, and sentences that only sound like it. */
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';
import { TONGUES, type Tongue } from './fixtures/tongues.ts';

const GATES: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.',
    'Cet article est réservé aux abonnés',
    'Pour lire la suite, abonnez-vous dès 1 € par mois',
    'Vous avez lu 20 % de cet article. Abonnez-vous pour lire la suite.',
    'Déjà abonné ? Connectez-vous',
    'Contenu exclusif réservé aux abonnés',
    'Accédez à l’intégralité de cet article en vous abonnant',
    'Débloquez cet article avec votre abonnement',
    'La suite de cet article est en accès payant',
    'Lisez cet article en entier pour 1 €',
  ],
  en: [
    'Subscribe to continue reading',
    'This article is for subscribers only',
    'You have reached your free article limit',
    'Already a subscriber? Log in',
    'To read the full story, subscribe for $1 a month',
    'Unlock this article with a subscription',
    'The rest of this article is available to members',
    'Create a free account to keep reading',
    'This content is exclusive to subscribers',
    'You have 2 free articles remaining this month',
  ],
  de: [
    'Dieser Artikel ist nur für Abonnenten',
    'Weiterlesen mit Plus',
    'Jetzt abonnieren und weiterlesen',
    'Sie haben bereits ein Abo? Anmelden',
    'Diesen Artikel weiterlesen: 4 Wochen für 1 €',
    'Der vollständige Artikel ist Abonnenten vorbehalten',
    'Noch 80 % des Artikels. Mit dem Abo lesen Sie weiter.',
  ],
  es: [
    'Suscríbete para seguir leyendo',
    'Este contenido es exclusivo para suscriptores',
    '¿Ya eres suscriptor? Inicia sesión',
    'Para continuar leyendo, suscríbete desde 1 € al mes',
    'Has alcanzado el límite de artículos gratuitos',
    'Contenido solo para suscriptores',
    'Lee el artículo completo con tu suscripción',
  ],
  it: [
    'Abbonati per continuare a leggere',
    'Questo articolo è riservato agli abbonati',
    'Sei già abbonato? Accedi',
    'Per leggere l’articolo completo abbonati a 1 € al mese',
    'Contenuto riservato agli abbonati',
    'Hai raggiunto il limite di articoli gratuiti',
  ],
  pt: [
    'Assine para continuar lendo',
    'Este conteúdo é exclusivo para assinantes',
    'Já é assinante? Entre',
    'Para ler o artigo completo, assine por 1 € por mês',
    'Conteúdo exclusivo para assinantes',
    'Subscreva para continuar a ler',
  ],
  ar: [
    'هذا المقال مخصص للمشتركين',
    'اشترك لمتابعة القراءة',
    'هذا المحتوى حصري للمشتركين',
    'هل أنت مشترك؟ سجل الدخول',
    'لقراءة المقال كاملا اشترك ابتداء من 10 دراهم في الشهر',
    'لقد بلغت الحد المسموح من المقالات المجانية',
    'بقية المقال متاحة للمشتركين فقط',
    'للاطلاع على المقال كاملا يرجى الاشتراك',
    'تبقى لك 80 في المئة من هذا المقال',
  ],
};
const TEXT: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'La suite est connue : le moulin a fermé en 2011.',
    'Les abonnés du club recevront leur carte en mai.',
    'Il reste deux articles du contrat à lire, dit le maire.',
  ],
  en: [
    'Subscribers to the scheme will get their flour in May.',
    'The rest of the story is well known in the valley.',
    'Members only learned of it on Thursday.',
  ],
  ar: [
    'المشتركون في الجمعية سيتسلمون بطاقاتهم في شهر ماي.',
    'بقية القصة معروفة في الوادي منذ سنوات.',
  ],
};

const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function read({ title, p }: Tongue, paragraphs: number, below: string) {
  const told = p.slice(0, paragraphs).map((text) => `<p>${text}</p>`);
  const html = `<title>${title}</title><main><h1>${title}</h1>${told.join('')}${below}</main>`;
  return extract(Buffer.from(html), { url: 'https://hexa.example/2026/03/moulin.html' });
}

describe.each(Object.entries(GATES))('a gate in %s', (language, gates) => {
  const own = TONGUES[language] as Tongue;
  it.each(gates)('%s', (gate) => {
    for (const tag of ['p', 'div', 'h3'])
      for (const paragraphs of [1, 2]) {
        const box = `<div class="x"><${tag}>${gate}</${tag}><button>OK</button></div>`;
        const { paywalled, body } = read(own, paragraphs, box);
        expect(paywalled, tag).toBe(true);
        expect(oneSpace(body), tag).toBe(oneSpace(own.p.slice(0, paragraphs).join(' ')));
      }
  });
});

describe.each(Object.entries(TEXT))('no gate in %s', (language, lines) => {
  it.each(lines)('%s', (line) => {
    const { paywalled, body } = read(TONGUES[language] as Tongue, 3, `<p>${line}</p>`);
    expect(paywalled).toBe(false);
    expect(oneSpace(body)).toContain(line);
  });
});
