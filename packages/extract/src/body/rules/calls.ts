import { continuesBelow } from './ad-words.ts';
import { isReported } from './reported.ts';

/** A call to give money. */
const GIVE =
  /(?:chip in|donat\p{L}*|contribut\p{L}*|faites? un don|spende\p{L}*|dona(?:r|ción)?|apoya|sostieni|soutene[rz])[^.!?]{0,40}(?:[£€$]|\d+\s*(?:euros?|dh|dirhams?|pounds|dollars)|a month|par mois|al mes|al mese|im monat)/iu;
/** A call to take the publisher's program. */
const PROGRAM =
  /(?:téléchargez|installez|download|get|herunterladen|descarga|scarica)\s.{0,24}(?:appli(?:cation)?|app)(?!\p{L})|(?:حم[ّ]?ل(?:وا|ي)?|نز[ّ]?ل(?:وا)?|ثب[ّ]?ت(?:وا)?)\s.{0,12}تطبيق/iu;
/** A call to follow or to pay, that a line begins with. */
const CALL =
  /^\P{L}*(?:[^.!?؟]{4,60}[?؟]\s*)?(?:(?:demikian[^.!?]{0,60}[.!]\s*)?jangan lupa (?:untuk )?(?:bagikan|membagikan|ikuti|share|subscribe|berlangganan)|(?:become|devenez|werden sie|hazte|diventa) (?:an? |une? |una )?(?:member|friend|supporter|membre|adhérente?|abonnée?|mitglied|soci[oa])(?!\p{L})|(?:faites|faire) un don(?!\p{L})|make a donation|spenden sie|haz una donación|fai una donazione|تبرعوا|(?:retrouvez|suivez|rejoignez|soutenez|aidez)(?:-nous| (?:nous|notre|toute l.actualité|une presse|le journalisme))|abonnez-vous|find us|follow us|join us on|(?:follow|find|like|suivez|retrouvez|folgen sie|sigue|sigan?|segui|acompanhe|curta|volg|śledź|följ|följa) [^.!?]{2,40} (?:on|sur|auf|en|su|no|na|op|på|w) (?:facebook|instagram|twitter|youtube|whats ?app|telegram|tiktok|linkedin|google \p{L}+)(?!\p{L})|support (?:us|our|independent|local|free)|(?:sign up|register) (?:for|to) (?:our|the)|subscribe to (?:our|the)|get (?:our|the) [^.]{0,30}newsletter|(?:inscrivez|abonnez)-vous à (?:notre|nos|la)|recevez (?:notre|nos|toute l)|(?:inscrivez|abonnez)-vous (?:\p{L}+ )?à (?:notre|nos)|newsletter (?:bestellen|abonnieren)|(?:suscríbete|apúntate) a|iscriviti all[ae]|(?:assine|subscreva|receba) (?:a (?:nossa )?|nossa|o nosso )|(?:please )?donate|folgen sie uns|unterstützen sie uns|síguenos|seguici|(?:تابعوا|تابعونا|تابعنا)\s.{0,40}(?:على|عبر)|(?:للاشتراك|للانضمام|للالتحاق|انضموا|التحقوا|اشتركوا)\s.{0,24}(?:قنا|صفح|مجموع|نشر|تطبيق|واتس|تلغرام|تليغرام)|ادعموا|ساهموا في دعم|(?:اشترك|سجل|انضم)(?:وا)?\s.{0,30}(?:نشرة|نشرتنا|النشرة|قناة|قناتنا|القائمة))/iu;
/** The house's place on a network, asked or offered in whatever words: «Já segue … no WhatsApp?», «Puedes seguir a … en X». */
const NETWORK =
  /(?<!\p{L})(?:face ?book|whats ?app|telegram|instagram|twitter|youtube|tik ?tok|linkedin|threads|bluesky|google news|newsletters?|boletín|bolet[ií]m|x)(?!\p{L})/iu;
const FOLLOWED =
  /^\P{L}*(?:(?:já|ya|você|déjà|already|schon|puedes?|podés|pode|poderá|vous pouvez|you can|(?:sie|du) (?:können|kannst)|puoi|queres?|quieres|want to|wollen sie)\s)(?:\p{L}+\s){0,2}(?:segu\p{L}*|sigu\p{L}*|acompanh\p{L}*|suivre|suivez|follow|folg\p{L}*|unirte|juntar\p{L}*|entrar|rejoindre|join|apuntarte|suscribirte|subscrever|assinar|receber|recibir|recevoir)(?!\p{L})/iu;

/** Networks, of which a line that names two says where the house is. */
const NETWORKS =
  /(?<!\p{L})(?:face ?book|whats ?app|telegram|instagram|twitter|youtube|tik ?tok|linkedin|threads|bluesky|google (?:news|actualités|noticias))(?!\p{L})|أخبار (?:غوغل|جوجل)|فيسبوك|فايسبوك|تويتر|انستغرام|إنستغرام|يوتيوب|واتس ?اب|تلغرام|تليغرام|تيليغرام|تيك ?توك/giu;
/** What is the house's own, said to its readers. */
const HOUSE =
  /(?<!\p{L})(?:our|nous|notre|nos|unser\p{L}*|nuestr\p{L}*|noss[oa]s?|nostr\p{L}*|siga-nos|síganos|follow us)(?!\p{L})|(?:أخبار|قنات|صفحت|تطبيق|موقع|صفحات|حسابات|جديد|تابعو)نا/iu;
const CALL_CHARS = 90;
/** Words of such a line beside the networks. */
const OTHER_WORDS = 5;
/** Handing the piece on: the deed first, then the piece. */
const HAND_ON =
  /^\P{L}*(?:partage[rz]|share|teilen|comparte|compart[ae]n?|compartir|partilhe|compartilhe|condivid\p{L}+|شارك(?:وا)?|انشر(?:وا)?)(?!\p{L})[^.!?؟]{0,24}(?:cet article|this (?:story|article|piece)|diesen (?:artikel|beitrag)|est[ae] (?:noticia|nota|artículo)|este artigo|esta notícia|questo articolo|المقال|الخبر|المنشور)/iu;
/** Where to reach the newsroom: its name or a deed, and an address for mail. */
const REACH =
  /^\P{L}*[^.!?؟]{0,60}(?:rédaction|newsroom|redaktion|redacción|redação|redazione|contact(?:ez|er|ar|e)?|kontakt|الجريدة|الصحيفة|الموقع|التحرير|للتواصل|راسل)[^.!?؟]{0,30}[:：]?\s*\S+@\S+\.\S+\P{L}*$/iu;

/** A short line that says where the house is on networks, hands the piece on, or tells how to reach the newsroom. */
const pointsToHouse = (text: string): boolean => {
  if (text.length > CALL_CHARS) return false;
  const networks = text.match(NETWORKS)?.length ?? 0;
  const isFew = text.split(/\s+/u).length <= OTHER_WORDS + networks;
  return (networks > 1 && isFew) || (networks > 0 && HOUSE.test(text)) || HAND_ON.test(text);
};

/** Money for the house, wherever the line says it. */
const GIFT =
  /faites(?:-nous)? un don(?!\p{L})|^\P{L}*(?:votre don|your (?:gift|donation)|tu donación|تبرعكم?)(?!\p{L})|(?:buy|get) me an? (?:coffee|beer|tea)(?!\p{L})|(?:offre|paye)z-(?:moi|nous) un (?:café|thé)(?!\p{L})|(?:invít[ae]me|invítanos) a un café|(?:spendier\p{L}* (?:mir|uns)|gib (?:mir|uns)) einen kaffee|offri(?:mi|ci) un caffè|pague?-(?:me|nos) um café|(?:this|cette|ce) (?:post|letter|piece|lettre|billet) (?:is|est) public|give what you can|(?:because|thanks to) (?:our )?readers[^.!?]{0,20}(?:chip in|support|give|donate)|(?:grâce au|votre) soutien[^.!?]{0,30}(?:lecteurs|permet|indépendan)|donnez ce que vous|make a donation|donate (?:now|today|here)|haz una donación|fai una donazione|(?:jetzt|hier) spenden|تبرعوا الآن|تبرع الآن/iu;
/** Whose money a house lives on, and what readers may do for it. */
const LIVES_ON =
  /^\P{L}*(?:[\p{L}\p{N}’'.&-]+ ){1,5}(?:is|are|est|ist|es|è|é) (?:an? |une? |eine? |una? |uma? )?(?:\p{L}+, )?(?:(?:reader|subscriber|listener|member|viewer|user|community)s?[- ](?:supported|funded|financed|owned)|(?:financée?|soutenue?) par ses (?:lecteurs|abonnés|membres)|(?:financiad[oa]|sostenid[oa]) por sus (?:lectores|socios|suscriptores)|(?:finanziat|sostenut)[oa] dai (?:lettori|soci))(?!\p{L}).{0,160}(?:subscri|support|help|join|donat|abonn|soutien|soutenez|don(?!\p{L})|suscri|apoya|abbona|sostien)/iu;
/** A word that all of these have: a quick look is enough for most lines. */
const MAY_LIVE_ON = /support|funded|financ|owned|souten|sosten|finanziat/i;
/** To be a member, for a price or to help, wherever a line says it. */
const MEMBER =
  /(?:become an? (?:member|supporter|subscriber)|hazte (?:soci[oa]|miembro)|devenez (?:membre|adhérente?|abonnée?)|werden? (?:sie|du) (?:mitglied|unterstützer)|diventa (?:soci[oa]|sostenitore)|torne-se (?:sóci[oa]|membro|apoiador)|seja (?:sóci[oa]|apoiador)|word lid)(?!\p{L})[^.!?]{0,70}(?:[€£$]|\d+ ?(?:euros?|dollars?|pounds?)|(?:a|par|al|im|al|por|per) (?:month|mois|mes|monat|mese|mês)|help us|aidez|ayúdanos|ayuda|aiutaci|ajude)/iu;
/** How to be told of what is new: with the house's program, letters or signals. */
const STAYS =
  /^\P{L}*(?:stay (?:up[ -]to[ -]date|informed|updated|connected|in the loop)|keep up with|get the latest|restez (?:informée?s?|connectée?s?|à jour)|bleiben sie (?:informiert|auf dem laufenden)|mantente (?:informad[oa]|al día)|resta(?:te)? (?:aggiornat[oie]|informat[oie])|fique (?:por dentro|atualizad[oa]|informad[oa])|ابق(?:وا)? على (?:اطلاع|تواصل))(?!\p{L}).{0,120}(?:(?<!\p{L})(?:app|appli(?:cation)?|newsletters?|alerts?|alertes?|notifications?|notificaciones|channel|canal|whats ?app|telegram)(?!\p{L})|تطبيق|نشرة|قناة|إشعارات)/iu;
/** A question to whoever likes what a house does, and what they may do for it. */
const LIKED =
  /^\P{L}*(?:(?:do you )?(?:like|love|enjoy(?:ing)?|value) (?:what|the \p{L}+) (?:you|we)|(?:vous )?aime[zr] ce que (?:vous|nous)|(?:gefällt (?:ihnen|dir|euch)|magst du),? was (?:sie|du|ihr|wir)|¿?te gusta lo que|ti piace quello che|gosta do que|(?:هل )?(?:ي|أ)عجب\p{L}* ما)(?!\p{L})[^.!?؟]{0,40}[?؟].{0,160}(?<!\p{L})(?:chip in|giv(?:e|ing)|donat\p{L}*|contribut\p{L}*|support\p{L}*|subscrib\p{L}*|join|tip(?: us)?|dons?|soutene[zr]|abonne\p{L}*|spend\p{L}*|unterstütz\p{L}*|apoya\p{L}*|suscríb\p{L}*|dona|sostieni|abbonat\p{L}*|apoi\p{L}*|assin\p{L}*|ادعم\p{L}*|اشترك\p{L}*|تبرع\p{L}*)(?!\p{L})/iu;
/** Where more of the matter is, by a click. */
const MORE_HERE =
  /^\P{L}*(?:(?:for|to (?:read|see|learn|find out)) (?:even |much )?more(?!\p{L})|pour (?:en )?(?:savoir|lire|voir) (?:plus|davantage)|(?:für )?mehr (?:informationen|dazu|über|zu[mr]?)(?!\p{L})|para (?:saber|leer|ver|ler) m[áa]is?|per saperne di più|ل?لمزيد)[^.!?؟]{0,90}(?<!\p{L})(?:click|tap|cliquez|klick\p{L}*|ha(?:ga|z) clic|clicca|clique|اضغط\p{L}*|انقر\p{L}*)(?!\p{L})/iu;
/** What so much a month, in words or figures, would help with: «Con cinque euro al mese ci aiuti …». */
const EACH_MONTH =
  /(?:avec|with|mit|con|com|for|pour|für|per|por) [^.!?؟]{1,20}(?:euros?|pounds?|dollars?|dirhams?|dinars?|francs?|reais) (?:a|par|al|im|por|per|pro) (?:month|mois|mes|monat|mese|mês|year|an|año|jahr|anno|ano)(?!\p{L})[^.!?؟]{0,30}(?<!\p{L})(?:you (?:can )?(?:help|support|keep)|(?:vous )?(?:nous )?(?:aide|soutene|permette)z|helfen sie|(?:nos )?(?:ayudas|apoyas)|ci aiuti|ajuda-nos|ajuda a)(?!\p{L})/iu;
const MAY_COST = /euro|pound|dollar|dirham|dinar|franc|reais/i;
/** True for a line that says so, however long. */
export const asksToSupport = (text: string): boolean =>
  LIKED.test(text) ||
  MORE_HERE.test(text) ||
  (MAY_LIVE_ON.test(text) && LIVES_ON.test(text)) ||
  MEMBER.test(text) ||
  (MAY_COST.test(text) && EACH_MONTH.test(text)) ||
  STAYS.test(text);
/** How to reach who wrote: «Jane Doe can be reached at …». */
const REACHED =
  /^\P{L}*(?:للإعلان|للاعلان|لإعلاناتكم|للتواصل|للاستفسار)(?!\p{L}).{0,60}[\d@]|^\P{L}*(?:\p{Lu}[\p{L}.’'-]+ ){1,3}(?:can be (?:reached|contacted|followed)|is (?:reachable|on twitter)|(?:peut être|est) (?:jointe?|joignable|contactée?)|erreichen sie|ist (?:unter|per)|puede (?:ser )?contactad[oa])(?!\p{L}).{0,60}[\d@]|^\P{L}*(?:(?:[Yy]ou can )?(?:[Rr]each|[Cc]ontact|[Ee]-?mail|[Ff]ollow|[Ww]rite to) (?:the (?:writer|author|reporter)|(?:him|her|them)|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}) (?:at|on|by))(?!\p{L}).{0,60}[\d@]/u;
/** Work at the house. */
const HIRES =
  /^\P{L}*(?:p\.?s\.?:? )?(?:(?:[\p{L}\p{N}’'.]+ ){0,3}(?:we.re|we are|is|are) (?:always |currently |now )?(?:hiring|looking for (?:people|engineers|developers|writers))|(?:come )?(?:join|work with) (?:us|our team)|nous (?:recrutons|embauchons)|rejoignez (?:notre équipe|nos équipes)|wir (?:stellen ein|suchen (?:dich|sie|verstärkung))|estamos (?:contratando|buscando)|únete a nuestro equipo|stiamo assumendo|siamo alla ricerca|estamos a (?:contratar|recrutar)|انضم(?:وا)? إلى فريق|نوظف)(?!\p{L})/iu;
/** A line that asks readers for what they know. */
const TIP =
  /^\P{L}*(?:(?:got|have|do you have) (?:an? |any )?(?:\p{L}+ ){0,2}(?:tip|story|news|information|question|problem|dilemma)(?!\p{L})[^.!?]{0,60}\?|vous avez (?:une info|un témoignage|des informations)|(?:vous avez )?une question (?:à|pour) [^.!?]{2,30}\?|haben sie eine frage|¿?tienes (?:una pregunta|alguna duda)|hai una domanda|tem uma pergunta|une info à (?:nous )?(?:transmettre|signaler|partager)|(?:contact|e-?mail|write to) (?:us|our (?:newsroom|newsdesk|reporters?)|the newsroom)(?!\p{L})|écrivez-nous|contactez (?:nous|notre rédaction|la rédaction)|haben sie (?:einen )?(?:hinweis|tipp)|(?:هل )?لديكم? (?:خبر|معلومة|قصة)|راسلونا)/iu;
/** A line that leads to a film or a talk by its first word, in capitals or behind a sign; and one on the house's own. */
const SHOWS =
  /^[▶►▸⏵🎥🎬🎧📷📸\s[({«-]*(?:WATCH|VIDEOS?|LISTEN|PHOTOS?|GALLERY|PODCAST|IN PICTURES|EN IMAGES|EN VIDÉO|VIDÉO|VIDÉOS|ÉCOUTEZ|REGARDEZ|À VOIR|À ÉCOUTER|شاهد(?:وا)?|فيديو|بالفيديو|بالصور|استمع(?:وا)?)\s?[\])}]?\s*[:：|–—-]\s*\p{L}|^\P{L}*(?:(?:[Dd]on.t miss|[Ll]isten to|[Nn]e (?:ratez|manquez) pas|[ÉEée]coutez|[Dd]écouvrez) )?(?:[Nn]otre|[Nn]os|[Oo]ur) (?:\p{L}+ )?(?:podcasts?|newsletters?|lettre d.information|émission|chaîne|weekly show)(?!\p{L})/u;
/** What is the house's own: us, our channel, our letter. */
const OURS =
  /(?<!\p{L})(?:us|our|nous|notre|nos|uns|unser\p{L}*|nuestr\p{L}*|nostr\p{L}*|noss\p{L}*|newsletter|whats ?app|telegram|facebook|instagram|twitter|youtube|tiktok|linkedin|member|membre|mitglied|soci[oa])(?!\p{L})|قنات|قناة|صفحت|صفحة|فيسبوك|فايسبوك|تويتر|انستغرام|إنستغرام|يوتيوب|نشرت|تطبيقن|حسابات?نا|موقعنا|واتس ?اب|تلغرام|تليغرام|تيليغرام|تابعونا|تابعنا/iu;

/** The same where the words themselves call. */
const IMPERATIVE_PROGRAM =
  /(?:حم[ّ]?ل(?:وا)?|نز[ّ]?لوا|ثب[ّ]?توا)\s.{0,12}تطبيق|^\P{L}*(?:re?trouvez|lisez|suivez|find|read|follow|get)(?!\p{L})[^.!?]{0,60}(?:dans|sur|in|on|with|avec) (?:notre|our) (?:nouvelle |new |free )?(?:app|appli|application)(?:s| mobile)?(?!\p{L})/iu;

/** True for a line that calls to follow, join, give or install: what templates put below a text. */
export const calls = (text: string): boolean =>
  (pointsToHouse(text) ||
    (text.includes('@') && REACH.test(text)) ||
    (FOLLOWED.test(text) && NETWORK.test(text)) ||
    [CALL, GIVE, GIFT, TIP, PROGRAM, HIRES, REACHED].some((pattern) => pattern.test(text))) &&
  !isReported(text);

/** True for such a line that speaks of the house's own: it stands between paragraphs too, and is nobody's text. */
export const callsToOurs = (text: string): boolean =>
  ([GIFT, TIP, SHOWS, IMPERATIVE_PROGRAM].some((pattern) => pattern.test(text)) ||
    continuesBelow(text) ||
    (CALL.test(text) && OURS.test(text)) ||
    (text.search(PROGRAM) === 0 && OURS.test(text))) &&
  !isReported(text);
