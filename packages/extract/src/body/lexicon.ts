import { IntTable } from './int-table.ts';
import { foldToken, hashStep } from './token-hash.ts';

/**
 * Wordings of what stands around an article, in the languages of many publishers. One to three
 * words each; folded like the page's text. The judge learns what they are worth; wordings it gains nothing from are not here.
 */
const phrases = {
  caption:
    'photo|photos|foto|fotos|image|images|bild|bilder|picture|pictures|getty|getty images|shutterstock|reuters|afp|dpa|ap photo|ap|epa|imago|picture alliance|file photo|file image|handout|courtesy|courtesy of|credit|credits|image credit|photo credit|photograph|photographer|screenshot|via|illustration|crédit|crédit photo|crédits|credito|crédito|fotografia|fotografie|symbolbild|archivbild|archivfoto|quelle|bildquelle|source|fuente|fonte|صورة|صوره|تصوير|أرشيفية|ارشيفية|المصدر|عدسة|عکس|pixabay|unsplash|istock|alamy|keystone|ritzau|scanpix|belga|ansa|efe|lapresse|zdjęcie|fot|kuva|kép',
  promo:
    'subscribe|subscribe now|subscribe to|subscriber|subscribers|newsletter|newsletters|sign up|sign up for|sign up to|signup|join|join our|join us|download|download the|download our|our app|the app|free trial|follow us|follow|like us|advertisement|advertising|advertise|sponsored|sponsored by|anzeige|werbung|publicité|publicidad|pubblicità|reklama|advertentie|annonce|annons|abonnez|abonnez vous|abonnieren|jetzt abonnieren|abo|abonnement|abonnés|inscrivez|inscrivez vous|recevez|anmelden|jetzt anmelden|registrieren|kostenlos|gratis|suscríbete|suscribete|suscríbase|regístrate|síguenos|siga|sigue|iscriviti|seguici|assine|inscreva|acompanhe|get our|get the|delivered|your inbox|inbox|donate|support us|support our|spenden|unterstützen|soutenez|whatsapp|telegram|google news|click here|cliquez ici|hier klicken|haga clic|clicca qui|clique aqui|اشترك|اشتركوا|اشترك في|تابعوا|تابعونا|تابعنا|تابعونا على|حمل التطبيق|انضم|انضموا|انقر هنا|اضغط هنا|للاشتراك|إعلان|اعلان|قناة|قناتنا|النشرة البريدية|buy now|shop now|special offer|limited time|promo code|coupon|affiliate|commission',
  prose:
    'the|of|and|to|in|that|was|is|for|it|with|as|he|she|his|her|had|have|has|been|were|they|from|which|who|this|but|not|said|would|der|die|das|und|ist|nicht|mit|ein|eine|dem|den|auch|auf|sich|für|wurde|hat|haben|sie|wird|noch|aber|dass|le|la|les|des|est|et|une|un|du|en|dans|que|qui|pour|sur|pas|plus|avec|ce|cette|ont|été|el|los|las|una|del|al|se|con|su|lo|como|más|il|che|è|non|per|della|nel|sono|ha|um|uma|não|os|dos|da|na|het|een|van|niet|zijn|dat|och|att|som|det|er|på|til|ikke|ja|oli|jest|nie|się|w|z|na|do|في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي|هذا|هذه|ذلك|كان|كانت|قد|ما|لم|لا|بعد|بين|قال|أكد|وقال|وأضاف|كما|حيث|خلال|إن|و|به|که|این|از|را|با|است|ve|bir|bu|için|ile',
  // What stands around what readers write.
  comment:
    'comment|comments|reply|replies|reply to|in reply|leave a reply|leave a comment|post a comment|log in to|says|wrote|ago|likes|report abuse|flag|commentaire|commentaires|réaction|réactions|vos réactions|répondre|signaler|il y a|a écrit|laisser un commentaire|kommentar|kommentare|antworten|melden|vor|schrieb|comentario|comentarios|comentário|comentários|responder|denunciar|hace|dice|há|commenti|rispondi|reageer|reacties|svar|svara|yorum|yorumlar|yanıtla|ответить|комментарии|комментарий|تعليق|تعليقات|التعليقات|تعليقا|رد|الرد|ردود|ردا|إبلاغ|أعجبني|منذ|يقول|اترك تعليقا|أضف تعليق|التعليق|پاسخ|نظر|نظرات',
  // What leads to other pieces.
  also: 'read also|read more|also read|read next|see also|more on|more from|related|related articles|related stories|related posts|related post|recommended|you may|you might|must read|further reading|watch also|in case you|lire aussi|lire également|à lire|lire la suite|voir aussi|à voir|sur le|même sujet|à découvrir|écouter aussi|relire|lesen sie|auch interessant|mehr zum|mehr zu|siehe auch|lea también|lee también|lea además|te puede|puede interesarte|también te|leia também|leia mais|veja também|saiba mais|leggi anche|les også|läs också|lees ook|bunu da|читайте также|اقرأ|اقرأ أيضا|اقرا ايضا|اقرأ المزيد|شاهد أيضا|شاهد|طالع|طالع أيضا|مواضيع ذات|ذات صلة|لمزيد|للمزيد|قد يهمك|إقرأ|إقرأ أيضا|موضوعات متعلقة|أخبار ذات|تابع|بیشتر بخوانید|همچنین',
} as const;

type Wording = keyof typeof phrases;
/** The kinds of wordings, numbered. */
export const WORDING = {
  caption: 0,
  promo: 1,
  prose: 2,
  comment: 3,
  also: 4,
} as const satisfies Record<Wording, number>;
export const WORDINGS = Object.keys(WORDING) as readonly Wording[];

/** Set where the tokens also begin a longer phrase. */
export const GOES_ON = 1 << 30;

/** Bit sets of WORDING, and GOES_ON, by the hash of one to three folded tokens. */
export const wordingOf = new IntTable(4096);

const FIRST_BITS = 13;
const firsts = new Uint8Array(1 << FIRST_BITS);
/** A quick look that spares most tokens a search: false for what begins no wording. */
export const mayBegin = (token: number): boolean => firsts[token >>> (32 - FIRST_BITS)] === 1;

for (const wording of WORDINGS) {
  for (const phrase of phrases[wording].split('|')) {
    const hashes: number[] = [];
    for (const token of phrase.split(/[ ']/)) {
      const hash = foldToken(token);
      if (hashes.length === 0) firsts[hash >>> (32 - FIRST_BITS)] = 1;
      hashes.push(hashStep(hashes.at(-1) ?? 0, hash));
    }
    const whole = hashes.pop() as number;
    wordingOf.set(whole, wordingOf.get(whole) | (1 << WORDING[wording]));
    for (const part of hashes) wordingOf.set(part, wordingOf.get(part) | GOES_ON);
  }
}
