import type { SiteNames } from './site-name.ts';
import {
  line,
  MIN_LESSER,
  MIN_SHARED,
  MIN_WORDS,
  overlap,
  type TitleSources,
  wordsOf,
} from './title-line.ts';

/** A name of fewer letters stands in other words. */
const MIN_NAME = 5;

/** What a template that was not filled leaves. */
const TEMPLATE =
  /\{\{|\}\}|\$\{|%[\w.-]+%|^[^\p{L}]*(?:undefined|null|nan|title|untitled(?: (?:document|page))?|sans titre|ohne titel|unbenannt(?:es dokument)?|sin título|senza titolo|sem título|بدون عنوان|بلا عنوان|article|page|post|actualit[eé]s?|news|مقال|المقال|خبر|الخبر|(?:article|page|post) title|titre(?: de (?:l.article|la page))?|(?:news|article|post|story) details?|détails? (?:de (?:l.(?:article|actualité|info)|la (?:news|nouvelle))|article)|(?:detalles? de )?(?:la )?noticia|(?:تفاصيل|عرض|قراءة) (?:الخبر|المقال|الموضوع)|عنوان (?:المقال|الصفحة|الخبر)|object object)[^\p{L}]*$|\[\w+_\w+\]|<%|\{%|##\w+##|^\P{L}*\{[a-z_.]+\}/iu;

/** The sources without declarations that name the site, or that a template forgot to fill. */
export function withoutBrands(sources: TitleSources, declared: SiteNames): TitleSources {
  const site = siteAsTitle(sources);
  const names = site === '' ? declared : declared.with([site]);
  const own = (text: string): string =>
    text !== '' && (names.isName(text) || TEMPLATE.test(text) || isOfDoor(text, sources, names))
      ? ''
      : text;
  const openGraph =
    isSlogan(sources, names) || isNamedSlogan(sources, names) ? '' : own(sources.openGraph);
  const jsonLd = own(sources.jsonLd);
  const twitter = own(sources.twitter);
  const isNoTitle = isUnnamed(sources.document) || isOfDoor(sources.document, sources, names);
  const document = isNoTitle ? '' : sources.document;
  const isNamed = openGraph !== '' || jsonLd !== '' || sources.headings.length > 0;
  const sole = isNamed || document !== '' ? '' : soleHeadline(sources);
  if (sole !== '') return { ...sources, headings: [sole], document, openGraph, jsonLd, twitter };
  const named = isNamed ? { ...sources, document, openGraph, jsonLd, twitter } : sources;
  const heading = headlineAboveAll(named, names);
  return heading === ''
    ? named
    : { ...named, headings: [heading], document: '', openGraph: '', twitter: '' };
}

/** Words of a site's name that no mark tells from a title. */
const SITE_WORDS = 3;

/** The page's own title where it is one heading of few words, beside another heading that is a headline: the site's name. */
function siteAsTitle({ document, headings }: TitleSources): string {
  if (document === '' || headings.length !== 2 || wordsOf(document).size > SITE_WORDS) return '';
  const key = line(document).key;
  const others = headings.filter((text) => line(text).key !== key);
  const [headline = ''] = others;
  const isFirst = others.length === 1 && headings[0] !== headline;
  return isFirst && wordsOf(headline).size >= HEADLINE_WORDS ? document : '';
}

/** What has more words is a box named by its title. */
const MOST_WORDS = 30;

/** The one lower heading that is as long as a headline; '' where there are more, or none. */
function soleHeadline({ lesser, drawn }: TitleSources): string {
  for (const texts of [lesser(), drawn()]) {
    const lines = new Set(texts.filter(isHeadlineLong));
    const [sole = ''] = lines;
    if (lines.size > 0) return lines.size === 1 ? sole : '';
  }
  return '';
}

function isHeadlineLong(text: string): boolean {
  const words = wordsOf(text).size;
  return words >= HEADLINE_WORDS && words <= MOST_WORDS;
}

/** What stands before a page that is not shown yet, behind two words at most. */
const DOOR =
  /^\P{L}*(?:\p{L}+ ){0,2}(?:log ?in|sign ?(?:in|up)|(?:se )?connect(?:er|ez-vous)|connexion|(?:s.)?identifi(?:er|ez-vous)|inscri(?:ption|vez-vous)|anmelden|einloggen|iniciar sesión|inicia sesión|acced[ie]|entrar|تسجيل الدخول|سجل(?:وا)? الدخول|just a moment|before you continue|avant de continuer|one more step|we value your privacy|your privacy|votre vie privée|respect de votre vie privée|cookies?|consent\p{L}*|one moment|please wait|redirect\p{L}*|loading|chargement|patientez|access denied|accès refusé|security check|checking your browser|attention required|are you (?:a robot|human)|verif(?:y|ying|ication)|welcome|bienvenue|home ?page|accueil|مرحبا|أهلا|الرئيسية|الصفحة الرئيسية)(?!\p{L})/iu;
/** The house's own page on a network: «The Courier on Facebook». */
const ON_NETWORK =
  /\s(?:on|sur|auf|en|su|op|على|في|[/|•·–—-])\s(?:facebook|instagram|x|twitter|linkedin|youtube|tiktok|telegram|threads|whatsapp|pinterest|فيسبوك|فايسبوك|تويتر|إنستغرام|انستغرام|يوتيوب|تلغرام)\P{L}*$/iu;

/** True for such a title on a page that shows a headline with other words. */
function isOfDoor(text: string, { headings }: TitleSources, names: SiteNames): boolean {
  // Most titles open with the headline that is shown.
  if (headings.some((heading) => heading !== '' && text.startsWith(heading))) return false;
  const house = text.replace(ON_NETWORK, '');
  if (house !== text && names.has(house)) return true;
  if (house === text && !DOOR.test(text)) return false;
  const shown = headings.filter((heading) => wordsOf(heading).size >= MIN_WORDS);
  return shown.length > 0 && shown.every((heading) => sharesNothing(heading, text));
}

/** Words of a site's name behind what a template says of every page: «Article - Le Courrier». */
const NAME_WORDS = 4;

/** What a file or an entry of a wiki is kept under: «notes:counting [Wiki]», «story_12.html». */
const PATH =
  /^[a-z][a-z0-9]*(?:[:_/][a-z0-9]+)+(?:\s+\[[^\]]{2,40}\])?$|^[\w-]+\.(?:html?|php|aspx?)$/;

function isUnnamed(document: string): boolean {
  if (PATH.test(document)) return true;
  const [front = '', name = '', ...more] = document.split(/\s+[|»«·–—-]\s+/);
  return TEMPLATE.test(front) && more.length === 0 && wordsOf(name).size <= NAME_WORDS;
}

/** The name of a section is a word, a headline has more. */
const SECTION_WORDS = 1;
const HEADLINE_WORDS = 5;

/** The one heading that is a headline where the page's own titles only name the site, a section or a slogan; '' without it. */
function headlineAboveAll(sources: TitleSources, names: SiteNames): string {
  const { openGraph, document, jsonLd, headings } = sources;
  if (jsonLd !== '' || (openGraph === '' && document === '')) return '';
  const says = (text: string): number => {
    const rest = names.strip(text);
    return text === '' || names.has(rest) ? 0 : wordsOf(rest).size;
  };
  // «Site – what the site is about» is the same on every page.
  const slogans = [openGraph, document].filter((text) => says(text) > SECTION_WORDS);
  if (slogans.some((text) => !opensWithSite(text, names))) return '';
  const shown = headings.filter((text) => says(text) > SECTION_WORDS);
  const isHeadline = (text: string): boolean => says(text) >= HEADLINE_WORDS;
  const lines = new Set(shown.length > 0 || slogans.length === 0 ? shown : sources.lesser());
  const candidates = shown.length > 0 ? [...lines] : [...lines].filter(isHeadline);
  const [heading = '', ...others] = candidates;
  if (others.length > 0 || !isHeadline(heading)) return '';
  return slogans.every((text) => sharesNothing(heading, names.strip(text))) ? heading : '';
}

/** Whether a title goes on after the site's name, behind a mark or a comma. */
function opensWithSite(text: string, names: SiteNames): boolean {
  const rest = names.strip(text);
  if (rest !== text) return !text.startsWith(rest);
  const comma = text.search(/\s?[,،]\s/u);
  return comma > 0 && names.isName(text.slice(0, comma));
}

/** True for a sharing title that tells of the site, on a page whose own title is its heading and the site's name. */
function isSlogan({ openGraph, headings, document }: TitleSources, names: SiteNames): boolean {
  const shared = line(openGraph);
  const whole = line(document);
  const heading = headings
    .map(line)
    .find(({ key }) => key.length >= MIN_LESSER && whole.key.startsWith(key));
  if (shared.key === '' || heading === undefined) return false;
  const stripped = names.strip(openGraph);
  if (overlap(wordsOf(stripped), wordsOf(heading.text)) >= MIN_SHARED) return false;
  // A section's name, whatever it is called by.
  if (wordsOf(openGraph).size < MIN_WORDS && sharesNothing(openGraph, heading.text)) return true;
  if (stripped !== openGraph && !openGraph.startsWith(stripped)) return true;
  // «Site | Home»: two names, no headline.
  const parts = openGraph.split(/\s+[|»«·–—-]\s+/);
  if (parts.length === 2 && parts.every((part) => wordsOf(part).size < MIN_WORDS)) return true;
  const site = whole.key.slice(heading.key.length);
  const isName = site.length >= MIN_NAME && site.length < heading.key.length;
  if (isName && shared.key.length > site.length && shared.key.includes(site)) return true;
  // Behind the heading stands a name alone, and the sharing title has no word of it: it is the same on every page.
  return (
    isName && names.has(document.slice(-site.length)) && sharesNothing(heading.text, openGraph)
  );
}

/** True for the site's name and a few words after it, of which neither a heading nor the page's own title has one. */
function isNamedSlogan({ openGraph, headings, document }: TitleSources, names: SiteNames): boolean {
  const rest = names.strip(openGraph);
  return (
    rest !== openGraph &&
    openGraph.endsWith(rest) &&
    wordsOf(rest).size < HEADLINE_WORDS &&
    document !== '' &&
    (names.has(document) || sharesNothing(names.strip(document), rest)) &&
    headings.every((heading) => sharesNothing(heading, rest))
  );
}

/** Whether two titles have no word of four letters in common. */
function sharesNothing(a: string, b: string): boolean {
  const words = wordsOf(a);
  for (const word of wordsOf(b)) if (word.length > 3 && words.has(word)) return false;
  return true;
}
