/** Of a line with one button. */
export const BUTTON_CHARS = 30;

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/** What one does with a page, or whom one hands it to: in a line of nothing else they are buttons. */
const BUTTONS = words(
  'twittern tweeten xing pocket flipboard mailen',
  'loading chargement cargando caricamento carregando carregar geladen dunkelmodus druckversion druckansicht kurzlink permalink shortlink homepage startseite favoriten favoritos preferiti',
  'tamaño enlace enlaces publicitaire publicitario pubblicitario publicitário إعلانية advertising advertisement sponsored werbung anzeige publicité pub publicidad pubblicità publicidade إعلان اعلان إعلانات',
  'news actualités nachrichten noticias notizie notícias الأخبار commentaires commentaire comments comment kommentare kommentar comentarios comentario commenti commento comentários comentário التعليقات تعليقات تعليق تعليقا',
  'aufrufe lecturas visualizzazioni visualizações visualizaciones gelesen lesezeit leitura lettura lectura قراءة القراءة',
  'enviar envíe envie invia inviare senden versenden verschicken weiterleiten weiterempfehlen empfehlen recommander recommandez recommend recomendar recomienda recomende consiglia forward afdrukken doorsturen skriv tipsa yazdır gönder drukuj wyślij распечатать отправить چاپ ارسال поделиться печать печати imprimer print drucken imprimir stampa envoyer send email mail courriel partager partages partage partagez share shares teilen compartir condividi partilhar compartilhar schriftgröße textgröße correo بالبريد',
  'reacties reactie delen luister kopieer yorum yorumlar paylaş dinle kopyala bağlantıyı комментариев комментарии комментария комментарий коментарів коментарі коментар комментировать скопировать скопіювати посилання ссылку слушать поділитися роздрукувати komentarzy komentarze komentarz udostępnij posłuchaj skopiuj',
  'σχόλια σχόλιο εκτύπωση κοινοποίηση αντιγραφή συνδέσμου תגובות תגובה הדפסה שתפו שתף העתק קישור دیدگاه نظر نظرات اشتراک گذاری کپی لینک تبصرے تبصرہ پرنٹ شیئر',
  'facebook twitter whatsapp telegram linkedin pinterest instagram messenger viber reddit tumblr threads bluesky tweet tweeter',
  'copier copy lien link taille texte text size font police caractères agrandir réduire zoom pdf écouter listen enregistrer save sauvegarder favoris favorites bookmark ajouter',
  'أضف المفضلة نسخة نسخه طباعة للطباعة اطبع إرسل إرسال أرسل ارسل شارك شاركها شاركه مشاركة فيسبوك فايسبوك تويتر واتساب واتس تلغرام تيليغرام تلجرام لينكد نسخ الرابط رابط حجم الخط تكبير تصغير بريد البريد الإلكتروني حفظ استماع استمع',
);

/** What one does with what a page has, and what it says of having done it. Alone they are a text's words too. */
const DEEDS = words(
  'fermer fermez retour revenir retourner remonter copié copiée copiez imprimez augmenter diminuer lire lisez relire écoutez suivre suivez activer activez désactiver signaler signalez noter notez évaluer évaluez merci télécharger téléchargez scanner scannez feuilleter feuilletez voir afficher masquer connectez connecter cliquez cliquer tapez ouvrir charger soutenez soutenir respectons inscrivez abonnez commenter commentez réagir rejoignez intéressé plu aidé trouvé',
  'tell close back return copied increase decrease enlarge read reading listening follow turn enable disable report flag rate voted thanks thank download scan browse view see show hide log login sign click tap open load support respect subscribe join like useful helpful enjoy enjoyed add',
  'cerrar volver vuelve copiado copiar copia imprime aumentar ampliar leer lee escuchar escucha oír seguir sigue activar activa informar reportar valora valorar vota votar gracias descargar descarga escanea escanear ver mostrar ocultar inicia iniciar haz clic pulsa abrir apoya respetamos comentar suscríbete suscribirse únete gustado añadir añade guardar guarda',
  'nach zurück kopiert kopieren vergrößern verkleinern lesen anhören hören folgen folge aktivieren melden bewerten danke herunterladen scannen durchblättern ansehen anzeigen anmelden einloggen klicken öffnen schließen laden unterstützen respektieren kommentieren schreiben gefallen hinzufügen merken speichern',
  'torna tornare copiato ingrandisci riduci leggi ascolta segui attiva segnala valuta grazie scarica scansiona sfoglia vedi mostra nascondi accedi clicca apri chiudi sostieni rispettiamo commenta iscriviti piaciuto aggiungi salva',
  'fechar fecha voltar volte copie imprima diminuir ler leia ouvir ouça siga ativar ative avalie avaliar obrigado obrigada descarregar baixar baixe digitalize veja exibir inicie entre clique abra feche apoie respeitamos subscreva assine gostou adicionar adicione salvar salve',
  'أخبر اخبر إغلاق اغلاق اغلق أغلق بازگشت برگشت العودة عودة الرجوع رجوع عد ارجع انسخ انسخي تم أضيف اضف إضافة احفظ الاستماع فعل فعّل تفعيل حمل حمّل تحميل نزل امسح مسح قيم قيّم تقييم شكرا عرض إظهار إخفاء تصفح تابع متابعة اشترك سجل سجّل انضم بلغ بلّغ إبلاغ اقرأ جار جاري جارٍ نحترم ادعم دعم علق علّق اكتب أعجبك انقر اضغط افتح تغيير تبديل',
);

/** What a page has. Of two of them, or of one and a deed, no text is made. */
const THINGS = words(
  'fenêtre onglet sommaire fenster ventana finestra janela النافذة نافذة الفهرس continuer abonner tard premier journal haut accueil url imprimable version mode sombre clair nuit application appli apps qr auteur auteurs notifications alertes confidentialité actus suivant suivante précédent précédente sujet sujets thème thèmes faute erreur coquille vote avis newsletter infolettre compte abonnement clés étiquettes presse indépendante journalisme vie privée',
  'window tab index contents continue first paper edition issue voting top home printer printable dark light night app favourites bookmarks later alerts ad ads privacy topic topics typo mistake error account subscription keywords tags journalism independent next previous author',
  'índice indice übersicht continuar primero suscribirte arriba inicio versión modo oscuro claro tarde aplicación código autor autora notificaciones espacio privacidad siguiente anterior temas tema relacionados voto artículos boletín cuenta sesión edición impresa periodismo independiente',
  'weiterlesen abonnieren bewertung oben heutigen schrift später code ersten benachrichtigungen privatsphäre datenschutz nächster vorheriger themen verwandte fehler konto journalismus unabhängigen ausgabe lesezeichen merkliste',
  'continuare primo abbonarti tardi giornale su testo stampabile versione modalità scura chiara codice autore notifiche spazio successivo precedente argomenti correlati errore edizione giornalismo indipendente articoli',
  'primeiro assinar inicial topo início letra versão impressão escuro aplicação aplicativo notificações espaço privacidade próximo próxima erro edição impressa jornalismo independente sessão conta topicos tópicos',
  'الاشتراك للاشتراك للمتابعة عدد الأعلى أعلى الرئيسية المختصر مختصر النسخ لاحقا الوضع الليلي الداكن تعليقك الإشعارات إشعارات اشعارات التطبيق تطبيق رمز الاستجابة السريعة الكاتب خصوصيتك خصوصيتكم الخصوصية مساحة التحميل التالي السابق المزيد مواضيع المواضيع صلة لتقييمك لتصويتك تصويتك خطأ الدخول الصحافة المستقلة المستقل الحساب كلمات مفتاحية',
);

/** The piece itself, and what it stands in: with a deed it is what is done with this page. */
const PIECES = words(
  'صفحه خبر مطلب страницу страница статью статья article articles page pages story stories post piece artículo noticia nota página artikel beitrag seite articolo notizia pagina artigo notícia matéria haberi haber artykuł artykułu статью статтю стаття άρθρο المقال الخبر المقالة للمقال للخبر الصفحة صفحة الموضوع',
);

/** Words between them. */
const BETWEEN = words(
  'proche proches a à x au aux en sur dans via et la les l le cet cette ce de du des d un une full ami amie amis plus tous toutes tout mes vos votre notre nos vous nous n y pour par été est ici t il elle même première soyez aucun aucune mon ma soir jour mise cours cliquant court courte direct ou',
  'on by to in and the this it these friend friends amigo your our we my with for be been has have more all no yet here today s did do you find found was as off of up down only or short wide quick',
  'amiga amigos el los las este esta esto al del una o con para por tu sus mi te ha se sé lo más todos todas sin aquí primera texto nuestro nuestra corto hoy',
  'einen einem eine der die das den dem diesen dieser diese zum zur zu als im am an auf und oder für mit ihr ihre ihren sie wir uns unser unsere unseren ihnen hat um alle noch keine hier weitere wird per freund freunde',
  'amico amici gli i questo questa di della dell dalla dall nell nella alla allo ai tuo tua ti è più tutti tutte nessun nessuno qui e breve oggi che',
  'os isto na nas da dos ao às com seu sua seja mais sem aqui curto hoje nossa nosso deste desta pelo pela uma',
  'صديقك صديقا أصدقائك إن على عبر في ب أب لصديق صديق إلى الى لـ هذا هذه مع كل من ذات جميع نحن هل ما لا أول هنا عن اليوم للقراءة لاحقًا',
  'به این دوستان دوست برای версия для на как в ut vän znajomemu arkadaşına posta другу по почте почтой door przez e mailem הכתבה لینک کریں dit sayfayı mal minuten minutos minuti tempo tiempo temps durée zeit time espace friendly altre aos em وقت زمن مدة د min mn minute minutes دقيقة دقائق دقيقتان',
);

type Kind = 'buttons' | 'deeds' | 'things' | 'pieces' | 'between';
const KINDS: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  ['buttons', BUTTONS],
  ['things', THINGS],
  ['deeds', DEEDS],
  ['pieces', PIECES],
  ['between', BETWEEN],
];
const kindOf = new Map<string, Kind>();
for (const [kind, set] of KINDS) for (const word of set) kindOf.set(word, kind);

const WORD = /[\p{L}\p{M}]+/gu;
/** A line of a program. */
const CODE = /[\p{L}\d_][([]|[={};]/u;
const NONE = { buttons: 0, others: 0 };

/** How many words of a line are buttons, and how many tell what is done with a page; none where another word stands among them. */
function countWords(text: string): { readonly buttons: number; readonly others: number } {
  const count = { buttons: 0, deeds: 0, things: 0, pieces: 0, between: 0 };
  const lower = text.toLowerCase();
  // Most lines are done at their first word.
  WORD.lastIndex = 0;
  for (let found = WORD.exec(lower); found; found = WORD.exec(lower)) {
    const kind = kindOf.get(found[0]);
    if (kind === undefined) return NONE;
    count[kind]++;
  }
  if (CODE.test(text)) return NONE;
  const { buttons, deeds, things, pieces } = count;
  const others = things + deeds + (things + deeds > 0 ? pieces : 0);
  // Deeds alone are what anybody does.
  return { buttons, others: buttons > 0 || others > deeds ? others : 0 };
}

/** True for a line of buttons and nothing else. */
export function isTools(text: string): boolean {
  const { buttons, others } = countWords(text);
  return buttons + others > 1 || (buttons === 1 && text.length <= BUTTON_CHARS);
}

/** True where a line says more than one word of the page, and could be said of nothing else. */
export function saysTools(text: string): boolean {
  const { buttons, others } = countWords(text);
  return buttons + others > 1;
}
