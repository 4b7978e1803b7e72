import { NODE, TAG } from '@nashra/html';
import type { Page } from '../../types.ts';
import { nodeText } from '../node-text.ts';

/** Elements at the head of a page among which its logo stands. */
const NODES = 400;
const LONGEST = 40;
/** What the link to the first page is called where it is no logo, in the languages of the press. */
const HOME =
  /^\P{L}*(?:home(?: ?page)?|front ?page|accueil|à la une|la une|startseite|inicio|portada|home|início|principal|hem|forside|etusivu|главная|ana ?sayfa|(?:ال)?صفحة? (?:ال)?(?:رئيسية|أولى)|الرئيسية|خانه|صفحه اصلی)\P{L}*$/iu;
/** Fewer letters name no site for certain. */
const SHORTEST = 6;

/** What the first link to the site's first page says, its logo in letters; '' without one. */
export function homeName({ tree, url }: Page): string {
  const host = URL.parse(url)?.host;
  const end = Math.min(tree.size, NODES);
  for (let node = 1; node < end; node++) {
    if (tree.kind[node] !== NODE.element || tree.tag[node] !== TAG.a) continue;
    const href = tree.attr(node, 'href')?.trim() ?? '';
    const isHome = href === '/' || /^https?:\/\/[^/]+\/?$/i.test(href);
    if (!isHome || (href !== '/' && URL.parse(href)?.host !== host)) continue;
    const text = nodeText(tree, node, LONGEST + 1).trim();
    if (text.length < SHORTEST || text.length > LONGEST || HOME.test(text)) continue;
    return text;
  }
  return '';
}
