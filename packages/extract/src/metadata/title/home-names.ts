import { attributeId, NODE, rowOf, TAG, type Tree } from '@nashra/html';
import { nodeText } from '../node-text.ts';
import { plainLine } from './title-text.ts';

const HREF = attributeId('href');
/** Links that are looked at: the logo's is among the first. */
const MAX_LINKS = 80;
const MAX_NAME = 40;
const MAX_WORDS = 5;
const MAX_NAMES = 4;

/** What a link home says that is no name. */
const WAY_HOME =
  /^\P{L}*(?:home(?: ?page)?|(?:back|return|go) (?:to )?(?:the )?(?:home|start)(?: ?page)?|main page|accueil|(?:retour à l.|page d.)accueil|à la une|une|start(?:seite)?|inicio|portada|início|pagina iniziale|logo|menu|(?:latest |breaking )?news|(?:son |güncel )?haber(?:ler)?|noticias|notícias|notizie|nachrichten|actualités|الرئيسية|الصفحة الرئيسية|الرئيسيه|البداية|القائمة|أخبار|الأخبار)\P{L}*$/iu;

/** Names that links to the site's home page carry as their text or as the text of their picture: what the logo says. */
export function homeNames(tree: Tree, host: string): string[] {
  const names: string[] = [];
  const bare = host.replace(/^www\d?\./, '');
  let links = 0;
  for (let node = 1; node < tree.size && links < MAX_LINKS && names.length < MAX_NAMES; node++) {
    if (tree.kind[node] !== NODE.element || tree.tag[node] !== TAG.a) continue;
    links++;
    const row = rowOf(tree, node, HREF);
    if (row < 0 || !isHome(tree.attrValue(row), bare)) continue;
    const name = plainLine(nodeText(tree, node, 2 * MAX_NAME) || pictureName(tree, node));
    const isName = name.length > 2 && name.length <= MAX_NAME && !WAY_HOME.test(name);
    if (isName && name.split(' ').length <= MAX_WORDS && !names.includes(name)) names.push(name);
  }
  return names;
}

/** The root of the site, by its path or by its whole address: `./` is wherever the page is. */
function isHome(href: string, host: string): boolean {
  const at = href.trim();
  if (at === '/') return true;
  if (at.length > host.length + 24) return false;
  const parts = /^(?:https?:)?\/\/(?:www\d?\.)?([^/?#]+)\/?(?:index\.\w{3,4})?$/i.exec(at);
  return parts?.[1]?.toLowerCase() === host;
}

function pictureName(tree: Tree, link: number): string {
  const end = tree.end[link] as number;
  for (let node = link + 1; node < end; node++)
    if (tree.kind[node] === NODE.element && tree.tag[node] === TAG.img)
      return (tree.attr(node, 'alt') ?? '').replace(
        /^logo(?: (?:de|du|of|des?))?\s|\slogo$|^شعار\s/iu,
        '',
      );
  return '';
}
