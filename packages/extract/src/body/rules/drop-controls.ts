import { TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { isHeading } from '../tag-sets.ts';
import { linksIn } from './links.ts';
import { keptBlocks, type Rule, wordsOf } from './rule.ts';
import { isShareLink } from './share-links.ts';

/** What stands on a button; longer texts are what it opens. */
const MOST_WORDS = 6;
/** Of what stands on a row of buttons so much is links. */
const LINKED = 0.8;
/** What opens a part of the text when it is pressed: a question over its answer. */
const OPENS = ['aria-expanded', 'aria-controls', 'data-toggle', 'data-bs-toggle', 'data-target'];

/** What a page says where a script did not run. */
const SCRIPTLESS = /javascript/i;
const ASKS = /(?<!\p{L})(?:enable|turn on|activ|aktiv|habilit|disabled|désactiv)|تفعيل|تشغيل/iu;
/** And what one that cannot play a film or a sound is told. */
const UNPLAYED =
  /^\P{L}*(?:your browser|votre navigateur|(?:su|tu) navegador|(?:ihr|dein) browser|il tuo browser|متصفحك|المتصفح)(?!\p{L})[^.]{0,40}(?:support|compatible|soporta|unterstütz|يدعم)/iu;
/** What stands in the place of something from elsewhere until a reader asks for it. */
const OUTSIDE =
  /(?<!\p{L})(?:extern(?:al|e[rmns]?|o|a)?|third[- ]party|tiers|dritt\p{L}*|terceros?|terzi|terceiros)(?!\p{L})|خارجي|طرف ثالث/iu;
const LOADS =
  /(?<!\p{L})(?:click|klick\p{L}*|clic|clique\p{L}*|clicca\p{L}*|load\p{L}*|laden|geladen|charge[rz]?|afficher|cargar|mostrar|carica\p{L}*|carregar|anzeigen)(?!\p{L})|تحميل|عرض|اضغط|انقر/iu;
const CONTENT =
  /(?<!\p{L})(?:content|contenus?|inhalte?n?|contenidos?|contenut[oi]|conteúdos?|beitrag)(?!\p{L})|محتوى/iu;
const NOTE_WORDS = 24;

/** Whether a line says that something of others will be shown here, and how. */
const isPlaceholder = (text: string): boolean =>
  CONTENT.test(text) && OUTSIDE.test(text) && LOADS.test(text);

/** Whether a block's whole text lies in a button that is none by its tag. A link of that role may be a card. */
function isPressed(tree: Tree, { node, first, last }: Block): boolean {
  for (
    let up = tree.parent[first] as number;
    up >= node && up > 0;
    up = tree.parent[up] as number
  ) {
    const isButton =
      (tree.end[up] as number) > last &&
      tree.tag[up] !== TAG.a &&
      tree.attr(up, 'role')?.trim().toLowerCase() === 'button';
    if (isButton) return !OPENS.some((name) => tree.attr(up, name) !== undefined);
  }
  return false;
}

/** Whether a block is a link that runs a script: closes the window, prints. */
const runsScript = ({ tree }: PageFacts, block: Block): boolean =>
  linksIn(tree, block).some((link) =>
    /^\s*javascript:\s*\S{3}/i.test(tree.attr(link, 'href') ?? ''),
  );

/** A label that is pressed, or a link that runs a script or hands the page on. */
function isControl(facts: PageFacts, block: Block): boolean {
  const isTitle = isHeading[facts.tree.tag[block.node] as number] === 1;
  if (!isTitle && isPressed(facts.tree, block)) return true;
  return linkDensity(block) >= LINKED && (isShareLink(facts, block) || runsScript(facts, block));
}

/** Takes out what is said on buttons that are none by their tag, and to browsers without scripts. */
export const dropControls: Rule = (facts, kept) => {
  for (const index of keptBlocks(kept)) {
    const block = facts.blocks[index] as Block;
    const words = wordsOf(facts, index);
    const isNote =
      words <= NOTE_WORDS &&
      (UNPLAYED.test(block.text) ||
        isPlaceholder(block.text) ||
        (SCRIPTLESS.test(block.text) && ASKS.test(block.text)));
    if (isNote || (words <= MOST_WORDS && isControl(facts, block))) kept[index] = 0;
  }
};
