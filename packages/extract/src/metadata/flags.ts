import { HINT } from './class-vocabulary.ts';
import type { LdMain } from './json-ld/ld-article.ts';
import { asArray, typesOf } from './json-ld/ld-values.ts';
import type { LdNode, LinkedData } from './json-ld/linked-data.ts';
import type { Scan } from './scan.ts';

const LOCKED = /^(?:locked|metered|paid|premium|plus|subscriber|subscribers|abo|registration)$/i;

/** True when the page says that part of the article is for subscribers. */
export function isPaywalled(scan: Scan, main: LdMain | null): boolean {
  const free = main?.node['isAccessibleForFree'];
  if (free !== undefined && free !== null) return !isTrue(free);
  for (const part of asArray(main?.node['hasPart'])) {
    if (typeof part !== 'object' || part === null) continue;
    const partFree = (part as LdNode)['isAccessibleForFree'];
    if (partFree !== undefined && !isTrue(partFree)) return true;
  }
  for (const name of ['article:content_tier', 'content_tier', 'cxenseparse:contenttier', 'access'])
    if (scan.metas.get(name)?.some((value) => LOCKED.test(value.trim()))) return true;
  return (scan.hints & HINT.paywall) !== 0;
}

function isTrue(value: unknown): boolean {
  return value === true || /^(?:true|yes|1)$/i.test(String(value).replace(/^.*\//, '').trim());
}

/** Titles that open as running coverage does: «En direct : …», «مباشر.. …». */
const LIVE_TITLE =
  /^\P{L}*(?:(?:suivi|à suivre|suivez|le fil|revivez) )?(?:(?:en |le )?(?:direct|live)|live(?: ?blog| ?ticker| (?:updates?|coverage|reporting))?|liveticker|as it happened|(?:minute par|minuto a|minute by) minut[eo]|a[ol] minuto|(?:sigue )?en (?:vivo|directo)|ao vivo|(?:in )?diretta|(?:بث |تغطية |متابعة )?(?:مباشرة?|حية|متواصلة|مستمرة)|لحظة بلحظة|دقيقة بدقيقة|لحظه به لحظه|پوشش زنده)\s*(?:[:：|–—-]|\.\.|…|\.\s)/iu;
/** And titles that close so: «…: live updates», «… – en direct». */
const LIVE_CLOSE =
  /(?:[:：|–—,-]|\.\.)\s*(?:(?:suivez|suivi|follow|the latest|all the|la|le|il|der|die|el)? ?(?:(?:en|le) direct|live(?: ?blog| ?ticker| updates?)?|liveticker|as it happen(?:ed|s)|(?:minute par|minuto a|minute by) minut[eo]|en (?:vivo|directo)|ao vivo|(?:in )?diretta)|(?:بث |تغطية |متابعة )?(?:مباشرة?|حية|متواصلة)|لحظة بلحظة|دقيقة بدقيقة|لحظه به لحظه)(?:\P{L}*$|\s*:\s.{0,24}$)/iu;

/** «Flood: live updates as the river peaks», «suivez en direct …», «der Liveticker …»: nothing else is called so. */
const LIVE_UPDATES =
  /[:：|–—-]\s*(?:live (?:updates|blog|coverage|ticker)|(?:suivez|revivez) (?:(?:\p{L}+ ){0,4}en direct|le direct|en live|la journée|la soirée)|sigue en directo|segui in diretta|acompanhe (?:em direto|ao vivo)|تابعوا? مباشرة)(?!\p{L})|(?<!\p{L})(?:live-?ticker|news-?(?:blog|ticker))(?!\p{L})/iu;

/** «Follow the vote minute by minute»: needs no mark. */
const BY_MINUTE =
  /\s(?:minute par minute|minute by minute|minuto a minuto|minuto per minuto|minute für minute|دقيقة بدقيقة|لحظة بلحظة|لحظه به لحظه)\P{L}*$/iu;

/**
 * True for running coverage that grows by entries.
 * @param titles the page's title, and as the headings show it: a word before a mark may have been taken off
 */
export function isLiveBlog(data: LinkedData, url: string, titles: readonly string[]): boolean {
  if (data.nodes.some((node) => typesOf(node).includes('liveblogposting'))) return true;
  for (const title of titles)
    if ([LIVE_TITLE, LIVE_CLOSE, LIVE_UPDATES, BY_MINUTE].some((form) => form.test(title)))
      return true;
  return /[/-]live-?(?:blog|ticker|updates?|feed)\b|\/liveblog|\/(?:en-)?direct\//i.test(url);
}
