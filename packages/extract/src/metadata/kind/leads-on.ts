import { NODE, TAG, type Tree } from '@nashra/html';
import { nodeText } from '../node-text.ts';

/** Headings of a body that are links, from which on it lists what they lead to. */
const FEWEST = 5;
/** Words said of each. */
const CARD_WORDS = 30;
const HEADINGS = new Set<number>([TAG.h2, TAG.h3, TAG.h4]);
/** Longer texts are no button's. */
const BUTTON = 40;
/** Words said of what is sold; papers have shops beside longer texts. */
const WARES_WORDS = 500;
/** What one presses to buy. */
const CART =
  /^\P{L}*(?:add (?:\p{L}+ )?to (?:(?:my|your|the) )?(?:cart|bag|basket)|buy (?:it )?now|ajouter au panier|acheter(?: maintenant)?|in den (?:waren|einkaufs)korb|jetzt kaufen|(?:añadir|agregar) (?:al carrito|a la (?:cesta|bolsa))|comprar(?: ahora| agora)?|aggiungi al carrello|acquista(?: ora)?|adicionar (?:ao carrinho|à sacola)|in (?:de )?winkel(?:wagen|mand)(?: plaatsen)?|sepete ekle|hemen al|(?:dodaj )?do koszyka|(?:[أا]ضف|إضافة) (?:إلى|الى) (?:ال)?(?:سلة|عربة)(?: التسوق| المشتريات)?|اشتر الآن|افزودن به سبد خرید)\P{L}*$/iu;

/** Whether all of an element's text lies in links to other pages. A heading's link to itself leads nowhere. */
function isLink(tree: Tree, node: number): boolean {
  const end = tree.end[node] as number;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.a) {
      const href = tree.attr(at, 'href') ?? '';
      if (href === '' || href.includes('#')) return false;
      at = (tree.end[at] as number) - 1;
    } else if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return false;
  }
  return true;
}

/** Whether the headings of a body are links with a few words each: it lists what they lead to. */
export function listsLinks(tree: Tree, nodes: readonly number[], words: number): boolean {
  let linked = 0;
  let headings = 0;
  for (const node of nodes) {
    if (!HEADINGS.has(tree.tag[node] as number)) continue;
    headings++;
    if (isLink(tree, node)) linked++;
  }
  return linked >= FEWEST && linked * 2 > headings && words <= CARD_WORDS * linked;
}

/** Whether a page of a few words has a button by which the thing it tells of is bought. */
export function sells(tree: Tree, words: number): boolean {
  if (words > WARES_WORDS) return false;
  for (let node = 1; node < tree.size; node++) {
    const tag = tree.tag[node];
    if (tag !== TAG.button && tag !== TAG.input && tag !== TAG.a) continue;
    const said =
      tag === TAG.input ? (tree.attr(node, 'value') ?? '') : nodeText(tree, node, BUTTON + 1);
    if (said.length <= BUTTON && CART.test(said)) return true;
  }
  return false;
}
