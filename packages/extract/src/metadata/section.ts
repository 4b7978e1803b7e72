import type { Tree } from '@nashra/html';
import type { LdMain } from './json-ld/ld-article.ts';
import { asArray, asText, typesOf } from './json-ld/ld-values.ts';
import type { LdNode, LinkedData } from './json-ld/linked-data.ts';
import { nodeText } from './node-text.ts';
import type { Scan } from './scan.ts';
import type { SiteNames } from './title/site-name.ts';
import { headlineKey, plainLine } from './title/title-text.ts';

const METAS = [
  'article:section',
  'parsely-section',
  'cxenseparse:section',
  'og:section',
  'section',
  'dc.subject',
  'category',
];
const HOME =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|portada|in[ií]cio|forside|hjem|etusivu|strona główna|الرئيسية|الصفحة الرئيسية|首页|ホーム|главная|news)$/i;

/** The part of the paper the article stands in, as the page names it; null when it does not. */
export function readSection(
  tree: Tree,
  scan: Scan,
  data: LinkedData,
  main: LdMain | null,
  title: string,
  site: SiteNames,
): string | null {
  const candidates = [
    ...asArray(main?.node['articleSection']).map(asText),
    ...METAS.flatMap((name) => scan.metas.get(name) ?? []),
    ...(scan.props.get('articlesection') ?? []).map(
      ({ node }) => tree.attr(node, 'content') ?? nodeText(tree, node, 80),
    ),
    ...breadcrumbs(data),
  ];
  for (const candidate of candidates) {
    const name = plainLine(candidate);
    if (name === '' || name.length > 60 || /^https?:|^\d+$/.test(name) || HOME.test(name)) continue;
    if (headlineKey(name) !== headlineKey(title) && !site.has(name)) return name;
  }
  return null;
}

/** Names of the breadcrumb trail, deepest last but one first: the last is the page itself. */
function breadcrumbs(data: LinkedData): string[] {
  const list = data.nodes.find((node) => typesOf(node).includes('breadcrumblist'));
  return asArray(list?.['itemListElement']).map((item) => {
    const node = (typeof item === 'object' && item !== null ? item : {}) as LdNode;
    return asText(node['name'] ?? node['item']);
  });
}
