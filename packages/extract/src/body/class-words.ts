import { charFold } from './characters.ts';
import { IntTable } from './int-table.ts';
import { foldToken, HASH_SEED, hashUnit } from './token-hash.ts';

/**
 * Words of class and id attributes by what they say about the content, in the languages that
 * publishers' templates use. A word may stand in several groups.
 */
const groups = {
  content:
    'content contents contenu contenido conteudo conteúdo inhalt contenuto konten icerik main principal haupt page single',
  article:
    'article articles articolo articulo artikel artigo art story stories storia post posts entry news nota noticia noticias beitrag khabar khobar maqal maqala hentry blogpost amp',
  body: 'body corps cuerpo corpo text texte texto testo fliesstext copytext copy richtext rich rte prose wysiwyg editor cms markdown paragraph paragraphs para paragraphe paragraf absatz parrafo storytext txt blocks gutenberg matn',
  comment:
    'comment comments comentario comentarios commentaire commentaires kommentar kommentare kommentarer commento commenti disqus reply replies respond discussion forum livefyre talk leserbrief viafoura openweb spotim coral',
  related:
    'related relateds relacionadas relacionados relacionado recommended recommendation recommendations recommend recirc recirculation similar similaires linked readmore morefrom more also associated aussi lire verwandt weitere mehr siehe ampliar correlati promoted outbrain taboola zergnet ligatus plista readalso seealso seemore suggest suggested suggestion suggestions further keepreading recommender discover next nextarticle prev previous upnext adjacent onward crosslink crosslinks bezug artikelbezug',
  popular:
    'popular trending trend trends top mostread most mostpopular latest recent newest ranking rank meistgelesen gelesen hot viewed leidos letti populaires beliebt aktuell headlines ticker breaking strip river feed stream lists',
  share:
    'share shares sharing sharer social socials socialmedia facebook twitter whatsapp linkedin pinterest reddit telegram addthis sharethis addtoany shariff partage compartir teilen condividi follow followus sociales tweet mail email fb like likes bookmark bookmarks merken save',
  nav: 'nav navigation navbar navi menu menus breadcrumb breadcrumbs breadcrump crumb crumbs ariane brotkrumen pager pagination pagenav paging tabs tab submenu mega toolbar skip skiplink sitemap',
  footer: 'footer foot bottom pied fuss fusszeile colophon impressum endnote eof',
  header: 'header head masthead topbar kopf entete cabecera encabezado banner',
  side: 'sidebar side aside rail seitenleiste lateral rightcol leftcol right left secondary complementary column col marginal marginalie randspalte infobox factbox',
  promo:
    'promo promos promotion promotional sponsor sponsored sponsors partner partners advert advertisement advertising advertorial ad ads adv adslot adbox adsense dfp gpt banner banners werbung anzeige anzeigen publicite publicidad pub reklama reklam marketing offer offers deal deals shop shopping product products affiliate commerce cta ecommerce teads mpu leaderboard buy price prices store amazon',
  figure:
    'figure figcaption caption captions legend legende bildunterschrift bu pie wp credit credits credito copyright photo photos photograph foto fotos image images img bild bilder picture pictures pic pics photocaption thumb thumbnail photographer mediacaption imagecaption bildquelle didascalia kep bildtext cutline',
  media:
    'media video videos player audio podcast podcasts embed embedded embeds oembed youtube vimeo iframe brightcove jwplayer gallery galleries galerie galeria slideshow slider carousel slide slides swiper diaporama album lightbox interactive infographic chart graphic map listen tts speech vorlesen',
  byline:
    'byline bylines author authors auteur auteurs autor autoren autore autores autorzeile writer writers contributor contributors reporter journalist redacteur redaktion redaction verfasser firma signature by bio biography profile profil vcard fn avatar',
  date: 'date dates datetime datum fecha data dateline time timestamp times published publish publication pubdate updated update modified zeit zeitstempel stand heure hora posted created tarikh',
  meta: 'meta metadata info infos informations information infobar details detail misc stats views reading readtime minutes min count counter toolbox tools tool actions action utility utilities options print imprimir drucken imprimer source sources quelle',
  tags: 'tag tags tagcloud keyword keywords topic topics tema temas thema themen theme themes category categories categorie categoria cat rubrik rubrique section sections label labels kicker eyebrow overline dachzeile oberzeile spitzmarke flag channel channels ressort surtitre antetitulo etiquetas hashtag',
  newsletter:
    'newsletter newsletters subscribe subscription subscriptions subscriber signup sign register registration login signin abo abonnement abonnements abonnieren abonner suscripcion suscribete paywall premium piano regwall meter metered membership member members donate donation support contribute contribution plus lock locked barrier unlock offerwall optin mailing mailchimp registrieren anmelden bezahl payment',
  consent:
    'cookie cookies consent gdpr rgpd dsgvo privacy cmp onetrust didomi usercentrics sourcepoint quantcast modal popup overlay dialog lightbox alert notification notice toast interstitial adblock',
  teaser:
    'teaser teasers card cards tile tiles item items listitem snippet excerpt preview block box module widget widgets panel grid row carousel feature featured headline list listing loop result results archive archives',
  lead: 'lead lede intro introduction summary sommaire standfirst chapo chapeau dek deck abstract vorspann einleitung teasertext subtitle subtitulo subhead subheadline sottotitolo occhiello entradilla bajada entrada sumario resumen resume excerpt description desc descripcion subheading ingress manchet unterzeile excerpto sapo perex anons bullets keypoints highlights takeaways takeaway',
  title:
    'title titles titre titulo titulos titel titolo headline headlines heading headings hed h1 h2 h3 ueberschrift schlagzeile intertitre ladillo zwischentitel crosshead subhead name',
  quote:
    'quote quotes pullquote pull blockquote citation cita zitat pquote callout highlight destacado pullout',
  note: 'note notes footnote footnotes disclaimer correction corrections hinweis anmerkung disclosure about editorial editors editor erratum clarification trust copyright rights license licence legal agency agence tagline endnote contact tip tips tipp',
  hidden:
    'hidden hide hiding invisible visible mobile desktop tablet phone sr screen reader only visually visuallyhidden offscreen print noprint none clip accessibility a11y screenreader assistive d',
  table:
    'table tables stats standings score scores scoreboard results data wikitable stock stocks quote ticker market markets weather wetter meteo horoscope tv programm program schedule calendar event events poll polls quiz vote survey umfrage sondage form search recherche suche buscar',
  live: 'live liveblog blog blogs timeline chronology chronologie update updates liveticker directo direct minuto',
  paragraph:
    'p paragraph paragraphs para absatz parrafo text textblock textbox bodytext articletext storybody articlebody entrycontent postcontent maincontent',
} as const;

export type ClassGroup = keyof typeof groups;
export const CLASS_GROUPS = Object.keys(groups) as readonly ClassGroup[];

/** Heads of compounds have this many letters, and leave that many at least. */
const SHORTEST_HEAD = 4;
const LONGEST_HEAD = 14;
const SHORTEST_TAIL = 3;
const heads = new Int32Array(LONGEST_HEAD + 1);

/** Groups of each word, by its hash; and 1 for what words of four letters and more begin with. */
const masks = new IntTable(4096);
const starts = new IntTable(4096);
for (const [index, group] of CLASS_GROUPS.entries()) {
  for (const word of groups[group].split(' ')) {
    const hash = foldToken(word);
    masks.set(hash, masks.get(hash) | (1 << index));
    if (word.length >= SHORTEST_HEAD) starts.set(foldToken(word.slice(0, SHORTEST_HEAD)), 1);
  }
}

/** Bit set of CLASS_GROUPS of a word (units and their hash); compounds written together are read from the left (`articlebody`). */
export function maskOf(units: Uint16Array, from: number, to: number, hash: number): number {
  const whole = masks.get(hash);
  if (whole !== 0) return whole;
  const longest = Math.min(to - from - SHORTEST_TAIL, LONGEST_HEAD);
  if (longest < SHORTEST_HEAD) return 0;
  let head = HASH_SEED;
  for (let length = 1; length <= longest; length++) {
    head = hashUnit(head, charFold[units[from + length - 1] as number] as number);
    if (length === SHORTEST_HEAD && !starts.has(head)) return 0;
    heads[length] = head;
  }
  for (let length = longest; length >= SHORTEST_HEAD; length--) {
    const mask = masks.get(heads[length] as number);
    if (mask === 0) continue;
    let rest = HASH_SEED;
    for (let at = from + length; at < to; at++) {
      rest = hashUnit(rest, charFold[units[at] as number] as number);
    }
    return mask | maskOf(units, from + length, to, rest);
  }
  return 0;
}

/** Bit set of some groups. */
export const groupMask = (...names: readonly ClassGroup[]): number =>
  names.reduce((mask, name) => mask | (1 << CLASS_GROUPS.indexOf(name)), 0);
