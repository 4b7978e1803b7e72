/*
 * Words for advertising, in the languages of many publishers.
 */

const AD_WORD =
  'publicités?|annonces?(?: publicitaires?)?|advertisements?|ads?|advertorial|anzeigen?|werbung|publicidad|anuncios?(?: publicitarios?)?|pubblicità|annuncio pubblicitario|publicidade|anúncios?|advertenties?|reclame|reklam[aey]?|annons(?:er)?|annonse|mainos|реклама|διαφ[ήη]μιση|διαφημ[ίι]σεις|פרסומות|פרסומת|تبلیغات?|آگهی|اشتہار(?:ات)?|(?:مساحة )?(?:ال)?[إا]علان(?:ات|ي|ية)?|(?:ال)?[إا]شهار(?:ات|ي)?|広告|广告|廣告|광고|iklan|hirdetés|विज्ञापन';
const PAID =
  '(?:sponsored|partner|paid|branded)(?: content| post)?|contenu (?:sponsorisé|partenaire)|contenido patrocinado|contenuto sponsorizzato|conteúdo patrocinado|на правах рекламы|תוכן ממומן|מודעה|محتوى (?:برعاية|ممول|إعلاني|اعلاني)';

/** A line that is nothing but a word for advertising. */
export const AD = new RegExp(`^\\P{L}*(?:${AD_WORD}|${PAID})\\P{L}*$`, 'iu');

/** What is sold beside a text. */
const SOLD =
  '(?:(?:la|cette|a|der|die|el|o|os|de|deze) )?(?:publicité|pub|annonce|anzeige|werbung|publicidad|anuncio|pubblicità|publicidade|anúncio|propaganda|advertentie|reclame)';
const WAYS_ON = [
  '(?:(?:the |this )?(?:story|article|content) continues|continue reading|scroll (?:down )?to continue(?: reading)?|keep reading|read on) (?:below|after|under)[^.!?]{0,30}',
  `(?:(?:lire )?la )?suite (?:de l.article )?(?:après|sous) ${SOLD}`,
  `(?:(?:l.|cet )?article|(?:votre|la) lecture) (?:continue|se poursuit) (?:après|sous) ${SOLD}`,
  `(?:(?:der|dieser) )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter) ${SOLD} (?:fortgesetzt|weiter)`,
  '(?:(?:el )?artículo |la (?:nota|noticia) )?(?:continúa|sigue)(?: leyendo)? (?:después|tras|debajo)[^.!?]{0,30}',
  `(?:(?:a |o )?(?:notícia|matéria|reportagem|texto|artigo) )?continua (?:após|depois) (?:d[ao] )?${SOLD}`,
  `(?:l.articolo )?(?:continua|prosegue)(?: a leggere)? (?:dopo|sotto) ${SOLD}`,
  `(?:(?:het )?artikel|(?:de )?tekst) gaat (?:verder|door) (?:na|onder) ${SOLD}`,
  'haberin devamı reklamdan sonra',
  'продолжение (?:статьи )?(?:после|под) рекламы|продовження (?:статті )?(?:після|під) реклами',
  '(?:dalsza część|ciąg dalszy|dalszy ciąg) (?:artykułu |tekstu )?(?:pod|za) reklamą',
  '(?:η )?συνέχεια(?: του άρθρου)? (?:μετά|κάτω από) την? διαφήμιση',
  'המשך הכתבה (?:לאחר|אחרי) הפרסומת',
  'ادامه (?:مطلب |خبر )?(?:پس|بعد) از (?:آگهی|تبلیغات)',
  '(?:(?:ال)?(?:موضوع|مقال|خبر) )?(?:يستمر|يتواصل|يتبع|المقال مستمر|البقية|التتمة|(?:تابع(?:وا)?|تتمة|تستمر|واصل(?:وا)?) (?:ال)?(?:قراءة|مقال|خبر)) (?:بعد|أسفل|تحت) (?:هذا )?(?:ال)?(?:إعلان|اعلان|إشهار|فاصل)',
];
const CONTINUES = new RegExp(
  `^\\P{L}*(?:(?:${AD_WORD})\\P{L}+)?(?:${WAYS_ON.join('|')})\\P{L}*$`,
  'iu',
);

/** True for a line that says the text goes on below what is sold beside it. */
export const continuesBelow = (text: string): boolean => CONTINUES.test(text);
