import { TAG, type Tree } from '@nashra/html';
import { nodeText } from '../metadata/node-text.ts';
import type { Block } from './blocks.ts';
import { holds, isGate } from './gate-words.ts';
import type { PageFacts } from './page-facts.ts';
import { isOwnAddress } from './rules/own-link.ts';

/** What stands where a text breaks off for those who have not paid. */
const ASKS =
  /(?:article|contenu|suite|dossier)[^.!?]{0,60}réservée?s?[^.!?]{0,30}(?:abonn|membres|adhérents|inscrits)|(?:abonnez-vous|identifiez-vous)[^.!?]{0,40}(?:lire|poursuivre|accéder|suite)|il (?:vous )?reste \d+ ?% de (?:cet|l.) ?article|you have \d+ ?% of this|(?:article|story|content|post|rest|remainder)[^.!?]{0,50}(?:for|to) (?:our |paid |paying )?(?:subscribers|members)(?: only)?|(?:subscribe|sign in|log in)[^.!?]{0,30}to (?:continue|keep|read|unlock|(?:get )?(?:full )?access)|(?:to|want to|continue|keep|finish) (?:continue |keep |finish )?reading[^.!?]{0,50}(?:subscri|member|account|register|sign|log in|trial|unlock|join)|(?:become|join as) an? (?:member|subscriber|supporter)[^.!?]{0,40}(?:read|access|unlock|continue)|(?:pour|afin de) (?:lire|poursuivre|continuer)[^.!?]{0,50}(?:abonn|compte|inscri|connect|identifi)|(?:para|por) (?:seguir|continuar) leyendo|(?:suscríbete|hazte (?:socio|suscriptor)|regístrate)[^.!?]{0,40}(?:leer|leyendo|acceder)|(?:last|final|remaining|of \d+|\d+) free (?:article|stor(?:y|ies))|free (?:article|stor(?:y|ies))s? (?:left|remaining|this)|(?:reached|hit) (?:your|the) (?:monthly |free )?(?:limit|allowance)|(?:derniers?|\d+) articles? gratuits?|limite (?:de lecture|d.articles)|subscribe[^.!?]{0,30}to (?:carry|read) on|(?:contenuto|articolo|conteúdo|artigo|matéria|contenido|artículo)[^.!?]{0,20}(?:riservat|exclusiv|reservad)[oa][^.!?]{0,20}(?:abbonat|assinant|suscriptor|soci)|(?:weiterlesen|lesen sie weiter)[^.!?]{0,40}(?:abo|plus|mit|\+)|(?:already|bereits|schon|déjà|¿?ya (?:eres|es)|já é|sei già)(?: an?| un| ein)? (?:subscrib|member|registered|abonn|abo(?!\p{L})|mitglied|suscriptor|socio|assinante|abbonat)|(?:لإتمام|لمتابعة|لمواصلة|لاستكمال|لقراءة|لإكمال|للاستمرار في)[^.!؟]{0,50}(?:اشتراك|اشترك|مشترك|تسجيل|سجل|حساب|عضو)|هل أنتم? مشترك|لست مشتركا|مشترك بالفعل|(?:contenido|artículo|nota)[^.!?]{0,40}(?:exclusivo|sólo|solo)[^.!?]{0,20}suscriptores|conteúdo exclusivo para assinantes|(?:المقال|المحتوى|المادة|التقرير|بقية|البقية|التتمة|تتمة|الباقي|القراءة)[^.!؟]{0,60}(?:لل|ال|على )مشتركين|(?:حصري|مخصصة?|متاحة?) للمشتركين|اشترك(?:وا)?[^.!؟]{0,30}(?:لقراءة|لمتابعة|للاطلاع|لإكمال|للوصول|للولوج)/iu;
/** Or that it is to be opened, or lies in an edition that is sold. */
const OPENS =
  /(?<!\p{L})(?:débloque[rz]|obtenez|déverrouille[rz]|accédez à)[^.!?]{0,40}(?:suite|intégralité|article|contenu|texte)|unlock (?:this|the (?:rest|full|whole|entire)|our|all|full|more|unlimited)[^.!?]{0,30}(?:article|stor(?:y|ies)|content|access|reading)|(?:artikel|beitrag|text|inhalt)[^.!?]{0,12}freischalten|(?:desbloque[ae]|sblocca|desbloqueie)[^.!?]{0,30}(?:artículo|contenido|nota|articolo|contenuto|artigo|conteúdo)|(?:suite|intégralité|article (?:complet|intégral|entier))[^.!?]{0,40}(?:édition|kiosque|papier|numéro|magazine|journal)|(?:full|rest of (?:the|this)|whole) (?:article|story|report|interview)[^.!?]{0,40}(?:print|paper|edition|issue|magazine)|(?:ganzen?|vollständigen?) (?:artikel|text|beitrag|interview)[^.!?]{0,40}(?:ausgabe|zeitung|e-paper|heft)|(?:artículo|reportaje|entrevista) (?:completo|completa|íntegro|íntegra)[^.!?]{0,40}(?:edición|papel|revista|quiosco)|(?:artigo|entrevista|reportagem) (?:completo|completa|integral)[^.!?]{0,40}(?:edição|papel|revista)|(?:articolo|intervista|servizio) (?:completo|completa|integrale)[^.!?]{0,40}(?:edicola|edizione|cartace|giornale)|(?:existing|current|bestaande?|abonné existant)[^.!?]{0,3}(?:subscriber|member|customer|abonnee|leden)|(?:سجل|سجلوا|أنشئ|أنشئوا|ادخل|انضم|تسجيل)(?!\p{L})[^.!؟]{0,40}(?:لمواصلة|لمتابعة|لإكمال|لاستكمال|لقراءة|للاطلاع|لفتح)|(?:المقال|البقية|التتمة|التفاصيل|الحوار|التحقيق)[^.!؟]{0,30}(?:النسخة|الطبعة|العدد) ?(?:الورقية|الورقي|المطبوعة|المطبوع)|(?:تفاصيل|تجدون|تقرؤون|اقرؤوا|البقية)[^.!؟]{0,40}(?:النسخة|الطبعة|العدد) (?:الورقية|الورقي)/iu;
/** That the piece costs money, or how much of it is left. */
const COSTS =
  /(?<!(?:no|without|sans|ohne|sin|senza|without a) )(?:behind|derrière|hinter)[^.!?]{0,20}paywall|(?:cet?|this|dieser?|este|questo|dit) (?:article|contenu|story|artikel|beitrag|artículo|articolo|contenuto|artigo)[^.!?]{0,20}(?:est payant|est réservée?(?=\s*[.:!(]|$)|costs|kostenpflichtig|es de pago|a pagamento|betaald)|(?:suite|lecture)[^.!?]{0,30}(?:en accès payant|(?:est|devient) payante)|il (?:vous )?reste \d+ (?:mots|lignes|paragraphes)|\d+ (?:more )?(?:words|paragraphs) (?:left|remaining|to go)|noch \d+ (?:wörter|zeilen)/iu;
/** That a part was free, how much of it was read, or that the whole is elsewhere. */
const PREVIEW =
  /(?:end of (?:the |this |your )?|fin de (?:l.|votre )?)(?:free )?(?:preview|sample|aperçu|extrait)|(?:free preview|aperçu gratuit|extrait gratuit|المعاينة المجانية|المقتطف المجاني)|(?:avez lu|have read|haben|gelesen|قرأت[مما]?) (?:about )?\d+ ?%|(?:story|article|report|récit|texte|enquête|المقال|التقرير|التحقيق) (?:continues|goes on|continue|se poursuit|يتواصل|متواصل) (?:for|with|in|pour|avec|dans|مع|في|ل)|(?:to access|accéder|to get|pour lire|pour obtenir|للاطلاع على|لقراءة)[^.!?؟]{0,20}(?:texte intégral|texte entier|full text|whole text|(?:story|article|text) in full|intégralité|النص (?:كاملا|الكامل)|المقال كاملا)/iu;
/** A price for a while, as offers say it, or that one may leave. */
const OFFER =
  /(?:^|[.:!–—-]\s*)(?:[€£$]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|£|\$|euros?|dollars?|pounds?|dirhams?|dh|dinars?|درهم|دينار))\s?(?:\/|a|per|la|le|par|pro|im|al|في|كل)\s?(?:ال)?(?:month|mois|week|semaine|year|an(?!\p{L})|mes|monat|woche|mese|شهر|سنة|أسبوع)|(?:دنانير|دراهم|ريالات|دينارات?|دينار|درهم)\s(?:في|كل|لل)\s?(?:ال)?(?:شهر|سنة|أسبوع)|^\P{L}*(?:[^.!?]{0,50}(?<!\p{L}))?(?:from|for (?:just|only)|just|only|dès|à partir de|pour (?:seulement )?|ab|nur|für nur|desde|sólo|solo|a partire da|ابتداء من|انطلاقا من|مقابل)\s*(?:[€£$]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|£|\$|euros?|dollars?|pounds?|dirhams?|dh|dinars?|درهم|دينار))[^.!?]{0,24}(?:month|mois|week|semaine|year|(?<!\p{L})an(?!\p{L})|mes|monat|mese|شهر|سنة|أسبوع)|sans engagement|sans reconduction|cancel (?:at )?any ?time|jederzeit kündbar|monatlich kündbar|sin (?:compromiso|permanencia)|cancela cuando|disdici quando/iu;
/** An account that is to be made, or that one has, before one reads on. */
const ACCOUNT =
  /(?:(?:créez|ouvrez|créer|create|open|make|crea|abre|crie|erstellen sie|maak)[^.!?]{0,20}(?:compte|account|cuenta|conta|konto)|(?:register|sign up|regístrate|inscrivez-vous|registrati|registe-se|registrieren sie sich|registreer))[^.!?]{0,30}(?:lire|suite|read|reading|leer|leyendo|leggere|lettura|ler|lesen|lezen)|(?:already|déjà|ya|già|já|schon|bereits|al)(?: have| tienes| hai| tem| ein)?[^.!?\p{L}]{0,2}(?:an |un |una |uma |ein |een )?(?:account|compte|cuenta|conta|konto|abonnee|registr\p{L}*)|لديك حساب|عندك حساب/iu;
/** Longer lines do not offer. */
const LONGEST_LINE = 140;

/** Words that all of these have one of: a quick look at most lines is enough. */
const MAY_ASK =
  /preview|sample|aperçu|extrait|%|continue|poursuit|goes on|intégral|full text|in full|المجاني|كامل|يتواصل|دنانير|دراهم|ريالات|join|unlock|déblo|inscri|mitglied|soci|أعضاء|عضوية|منخرط|بطاقة|نادي|rest|remainder|suite|réserv|engagement|cancel|kündbar|profile|pass|carry on|go on|[€£$]|euros|dirham|dinar|درهم|دينار|بقية|تتمة|باقي|نهاية|abonn|reste|subscri|member|sign in|log in|lesen|suscriptor|assinante|identifiez|leyendo|suscríb|regístr|reading|abo|abone|prenumer|suscri|assin|подписк|already|registered|free|gratuit|limit|unlock|débloque|déverrouille|obtenez|accédez|freischalt|desbloque|sblocca|édition|edition|kiosque|papier|numéro|magazine|issue|print|ausgabe|zeitung|e-paper|heft|edici|quiosco|revista|ediç|edicola|edizion|cartace|existing|current|bestaand|prenumerant|socios|paywall|payant|est réserv|costs|kostenpflichtig|de pago|pagamento|betaald|words|wörter|zeilen|paragraphs|compte|account|cuenta|conta|konto|register|sign up|registr|registe|حساب|أنشئ|ادخل|انضم|العدد|الطبعة|النسخة|abbonat|poursuivre|lire|sei già|já é|شترك|اشتراك|تسجيل|سجل|عضو/iu;
const SHORTEST = 12;
const LONGEST = 300;
/** Blocks around the end of the body. */
const NEAR = 6;

/** Whether a line says that this text goes on for those who pay. */
const tellsOfText = (text: string): boolean =>
  [ASKS, OPENS, COSTS, ACCOUNT, PREVIEW].some((pattern) => pattern.test(text));

const offers = (text: string): boolean => text.length <= LONGEST_LINE && OFFER.test(text);

const asks = (text: string): boolean =>
  isGate(text) || (MAY_ASK.test(text) && (tellsOfText(text) || offers(text)));

const PARTS = new Set<number>([TAG.main, TAG.article]);

/** The end of the page's part for the text, of what a block lies in. */
function endOfPart(tree: Tree, { node }: Block): number {
  let up = node;
  while (up > 0 && !PARTS.has(tree.tag[up] as number)) up = tree.parent[up] as number;
  return up > 0 ? (tree.end[up] as number) : tree.size;
}

/** What takes its time is asked of a block by two rules, and of the page. */
const known = new WeakMap<Block, boolean>();

/** True for a line that asks readers to pay before they read on. */
export function isPrompt(block: Block): boolean {
  if (block.chars < SHORTEST || block.chars > LONGEST) return false;
  let answer = known.get(block);
  if (answer === undefined) {
    answer = asks(block.text);
    known.set(block, answer);
  }
  return answer;
}

const BREAKS_OFF = /(?:…|\.\.\.|\[\.*…?\])\s*$/u;
/** Longer lines do not stand over an offer. */
const LONGEST_OPENING = 80;

/** Whether a short line and the one below say together what gates say: how much is left, and what the rest costs. */
const opensPrompt = (block: Block, next: Block | undefined): boolean =>
  next !== undefined &&
  block.chars <= LONGEST_OPENING &&
  next.chars <= LONGEST_OPENING &&
  isGate(`${block.text} ${next.text}`);

const HEADLINE_WORDS = 4;
const PARAGRAPH = 100;
const MAX_LINK = 200;

/** Whether the link of a block is another piece's headline: what stands beside it is said of that. */
function isCard({ tree, host }: PageFacts, { node, last, linkChars }: Block): boolean {
  if (linkChars === 0) return false;
  let link = node;
  while (link <= last && tree.tag[link] !== TAG.a) link++;
  if (link > last || !isOwnAddress(tree.attr(link, 'href'), host)) return false;
  const text = nodeText(tree, link, MAX_LINK);
  return text.split(/\s+/u).length >= HEADLINE_WORDS && !holds(text) && !asks(text);
}

/** True when the page says at the end of the body that the rest is for subscribers, before other pieces begin. */
export function asksToSubscribe(facts: PageFacts, kept: Uint8Array): boolean {
  const { tree, blocks } = facts;
  const last = kept.lastIndexOf(1);
  if (last < 0) return false;
  const to = Math.min(blocks.length, last + 1 + NEAR);
  for (let at = last; at > 0 && last - at < NEAR && (blocks[at] as Block).chars < PARAGRAPH; at--)
    if (kept[at] && isCard(facts, blocks[at] as Block)) return false;
  const end = endOfPart(tree, blocks[last] as Block);
  const isBroken = [last - 1, last].some((at) => BREAKS_OFF.test(blocks[at]?.text ?? ''));
  for (let index = Math.max(0, last - 1); index < to; index++) {
    const block = blocks[index] as Block;
    if (index > last && isCard(facts, block)) return false;
    // What offers the paper beside the text says nothing of this piece.
    if (block.node >= end && offers(block.text) && !tellsOfText(block.text)) continue;
    const goesOn = isBroken || /[,،:：]\s*$/u.test(block.text);
    if (!isPrompt(block) && !(goesOn && opensPrompt(block, blocks[index + 1]))) continue;
    // A badge over another piece's headline, in one box with it.
    const next = blocks[index + 1];
    const box = tree.parent[block.node] as number;
    const isBadge =
      index > last &&
      next !== undefined &&
      next.first < (tree.end[box] as number) &&
      isCard(facts, next);
    if (!isBadge) return true;
  }
  return false;
}
