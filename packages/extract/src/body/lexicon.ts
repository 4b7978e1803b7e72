import { IntTable } from './int-table.ts';
import { foldToken, hashStep } from './token-hash.ts';

/**
 * Wordings of what stands around an article, in the languages of many publishers. One to three
 * words each; folded like the page's text. The judge learns what they are worth.
 */
const phrases = {
  caption:
    'photo|photos|foto|fotos|image|images|bild|bilder|picture|pictures|getty|getty images|shutterstock|reuters|afp|dpa|ap photo|ap|epa|imago|picture alliance|file photo|file image|handout|courtesy|courtesy of|credit|credits|image credit|photo credit|photograph|photographer|screenshot|via|illustration|crédit|crédit photo|crédits|credito|crédito|fotografia|fotografie|symbolbild|archivbild|archivfoto|quelle|bildquelle|source|fuente|fonte|صورة|صوره|تصوير|أرشيفية|ارشيفية|المصدر|عدسة|عکس|pixabay|unsplash|istock|alamy|keystone|ritzau|scanpix|belga|ansa|efe|lapresse|zdjęcie|fot|kuva|kép',
  byline:
    'by|von|par|por|di|de la rédaction|door|av|af|przez|written by|reporting by|editing by|reported by|staff|staff writer|staff reporter|correspondent|reporter|editor|author|autor|autorin|auteur|autore|redaktion|redaktør|rédaction|redacción|redazione|redactie|journaliste|journalist|redakteur|redakteurin|بقلم|كتب|كتبت|إعداد|اعداد|تحرير|مراسل|الكاتب|المحرر|وكالات|about the author|follow him|follow her|mitarbeit|mit agentur|with agencies|avec afp',
  date: 'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|يناير|فبراير|مارس|أبريل|ابريل|مايو|ماي|يونيو|يوليو|يوليوز|أغسطس|غشت|سبتمبر|شتنبر|أكتوبر|نوفمبر|نونبر|ديسمبر|دجنبر|جانفي|فيفري|أفريل|جوان|جويلية|أوت|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|uhr|gmt|est|edt|pst|utc|cet',
  stamp:
    'published|publié|publiée|publicado|pubblicato|veröffentlicht|erstellt|updated|last updated|mis à jour|mise à jour|actualizado|aktualisiert|aggiornato|posted|posted on|modified|stand|نشر|نشر في|تاريخ النشر|آخر تحديث|تحديث|منذ|ago|hours ago|minutes ago|il y a|vor stunden|hace|min read|minute read|minuten|lesezeit|temps de lecture|lecture|tiempo de lectura|دقائق|قراءة|مشاهدة|views|vues|lectures|aufrufe|الكاتب|التاريخ',
  related:
    "read more|read also|also read|read next|related|related articles|related stories|related topics|related content|more from|more on|more about|more stories|see also|watch|watch also|recommended|recommended for you|you may also|you might also|don't miss|up next|most read|most popular|trending|latest|latest news|top stories|lire aussi|à lire|à lire aussi|lire la suite|lire également|voir aussi|sur le même sujet|dans la même|en savoir plus|à découvrir|les plus lus|lesen sie|lesen sie auch|lies auch|auch interessant|mehr zum thema|mehr zu|mehr dazu|zum thema|weitere artikel|weiterlesen|passend zum thema|meistgelesen|das könnte sie|siehe auch|lee también|lea también|leer más|le puede interesar|te puede interesar|más información|relacionado|relacionados|noticias relacionadas|leggi anche|leggi tutto|potrebbe interessarti|leia também|leia mais|veja também|saiba mais|lees ook|meer over|läs också|läs mer|les også|læs også|lue myös|czytaj także|czytaj też|zobacz też|zobacz także|iqra|اقرأ أيضا|اقرأ ايضا|إقرأ أيضا|اقرأ المزيد|إقرأ المزيد|المزيد|المزيد من|شاهد|شاهد أيضا|شاهد ايضا|طالع|طالع أيضا|انظر أيضا|مواضيع ذات|مواضيع ذات صلة|ذات صلة|أخبار ذات صلة|مقالات ذات|قد يهمك|قد يعجبك|قد يعجبك ايضا|الأكثر قراءة|الاكثر قراءة|آخر الأخبار|اخر الاخبار|موضوعات متعلقة|بیشتر بخوانید|مطالب مرتبط|devamını oku|ilgili haberler|baca juga|xem thêm|читайте также|читать далее",
  promo:
    'subscribe|subscribe now|subscribe to|subscriber|subscribers|newsletter|newsletters|sign up|sign up for|sign up to|signup|join|join our|join us|download|download the|download our|our app|the app|free trial|follow us|follow|like us|advertisement|advertising|advertise|sponsored|sponsored by|anzeige|werbung|publicité|publicidad|pubblicità|reklama|advertentie|annonce|annons|abonnez|abonnez vous|abonnieren|jetzt abonnieren|abo|abonnement|abonnés|inscrivez|inscrivez vous|recevez|anmelden|jetzt anmelden|registrieren|kostenlos|gratis|suscríbete|suscribete|suscríbase|regístrate|síguenos|siga|sigue|iscriviti|seguici|assine|inscreva|acompanhe|get our|get the|delivered|your inbox|inbox|donate|support us|support our|spenden|unterstützen|soutenez|whatsapp|telegram|google news|click here|cliquez ici|hier klicken|haga clic|clicca qui|clique aqui|اشترك|اشتركوا|اشترك في|تابعوا|تابعونا|تابعنا|تابعونا على|حمل التطبيق|انضم|انضموا|انقر هنا|اضغط هنا|للاشتراك|إعلان|اعلان|قناة|قناتنا|النشرة البريدية|buy now|shop now|special offer|limited time|promo code|coupon|affiliate|commission',
  comment:
    'comment|comments|leave a comment|leave a reply|post a comment|add comment|your comment|your email|email address|reply|replies|commentaire|commentaires|laisser un commentaire|kommentar|kommentare|kommentieren|comentario|comentarios|deja un comentario|commenti|commento|comentários|reageer|reacties|تعليق|تعليقات|التعليقات|أضف تعليق|اترك تعليقا|اكتب تعليق|لن يتم نشر|نظر|نظرات|discussion|join the conversation|moderation|moderated',
  share:
    'share|share this|sharing|shares|tweet|facebook|twitter|linkedin|pinterest|reddit|email|e mail|print|copy link|link copied|partager|partagez|imprimer|envoyer|teilen|drucken|merken|compartir|comparte|imprimir|condividi|stampa|compartilhar|delen|dela|شارك|مشاركة|شارك الخبر|طباعة|فيسبوك|تويتر|واتساب|انستغرام|نسخ الرابط|نسخ|save|bookmark|listen|listen to this|anhören|vorlesen|écouter|escuchar',
  legal:
    'all rights reserved|rights reserved|copyright|©|tous droits réservés|droits réservés|alle rechte vorbehalten|todos los derechos|derechos reservados|tutti i diritti|todos os direitos|جميع الحقوق|الحقوق محفوظة|جميع الحقوق محفوظة|terms of|terms of use|terms of service|terms and conditions|privacy|privacy policy|cookie|cookies|datenschutz|datenschutzerklärung|nutzungsbedingungen|agb|impressum|mentions légales|confidentialité|conditions générales|aviso legal|privacidad|política de|informativa|سياسة الخصوصية|شروط الاستخدام|اتصل بنا|من نحن|contact us|about us|recaptcha|javascript|browser|redistributed|republish|republished|reproduction|reproduced|permission|disclaimer|isbn|issn|adblocker|ad blocker|consent|einwilligung|zustimmung|consentement|partners',
  access:
    'log in|login|sign in|already a|already have|an account|my account|register|registered|premium|exclusive|continue reading|to continue|unlock|paywall|access|full access|unlimited|members only|this article is|réservé aux|réservé aux abonnés|se connecter|connectez|déjà abonné|il vous reste|pour lire|einloggen|bereits abonnent|bereits registriert|weiterlesen mit|plus artikel|iniciar sesión|inicia sesión|accedi|entrar|inloggen|تسجيل الدخول|تسجيل|per month|pro monat|par mois|€|cancel anytime|jederzeit kündbar',
  note: "correction|corrections|editor's note|editors note|note|this article|this story|this post|this piece|article was|story has been|was first published|originally published|originally appeared|first appeared|the views|views expressed|opinions expressed|contributed to this|contributed to|contributed reporting|about this|contact|email us|reach|feedback|report an error|see a mistake|typo|tip|tips|got a tip|hinweis|anmerkung|korrektur|transparenzhinweis|dieser artikel|dieser text|dieser beitrag|redaktioneller hinweis|cet article|ndlr|précision|mise au point|este artículo|questo articolo|ملاحظة|تنويه|الآراء الواردة|هذا المقال|لقراءة الخبر|من مصدره|شكرا على|source link|read the|disclosure|fact check|methodology|references|notes|sources|endnotes|bibliography|quellen",
  prose:
    'the|of|and|to|in|that|was|is|for|it|with|as|he|she|his|her|had|have|has|been|were|they|from|which|who|this|but|not|said|would|der|die|das|und|ist|nicht|mit|ein|eine|dem|den|auch|auf|sich|für|wurde|hat|haben|sie|wird|noch|aber|dass|le|la|les|des|est|et|une|un|du|en|dans|que|qui|pour|sur|pas|plus|avec|ce|cette|ont|été|el|los|las|una|del|al|se|con|su|lo|como|más|il|che|è|non|per|della|nel|sono|ha|um|uma|não|os|dos|da|na|het|een|van|niet|zijn|dat|och|att|som|det|er|på|til|ikke|ja|oli|jest|nie|się|w|z|na|do|في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي|هذا|هذه|ذلك|كان|كانت|قد|ما|لم|لا|بعد|بين|قال|أكد|وقال|وأضاف|كما|حيث|خلال|إن|و|به|که|این|از|را|با|است|ve|bir|bu|için|ile',
  reader:
    'you|your|we|our|us|sie|ihr|ihre|wir|uns|unsere|du|dein|vous|votre|vos|nous|notre|nos|usted|tu|tus|nosotros|nuestro|nuestra|voi|noi|nostro|você|nós|nosso|أنت|نحن|موقعنا|لكم|jou|jouw|ons|onze',
} as const;

export type Wording = keyof typeof phrases;
export const WORDINGS = Object.keys(phrases) as readonly Wording[];

/** Set where the tokens also begin a longer phrase. */
export const GOES_ON = 1 << 30;

/** Bit sets of WORDINGS, and GOES_ON, by the hash of one to three folded tokens. */
export const wordingOf = new IntTable(4096);

for (const [index, wording] of WORDINGS.entries()) {
  for (const phrase of phrases[wording].split('|')) {
    const hashes: number[] = [];
    for (const token of phrase.split(/[ ']/)) {
      hashes.push(hashStep(hashes.at(-1) ?? 0, foldToken(token)));
    }
    const whole = hashes.pop() as number;
    wordingOf.set(whole, wordingOf.get(whole) | (1 << index));
    for (const part of hashes) wordingOf.set(part, wordingOf.get(part) | GOES_ON);
  }
}
