import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { hasTag, keptBlocks, type Rule, wordsOf } from './rule.ts';

const MOST_WORDS = 14;
const MOST_CHARS = 140;

/** What a template or an editor's plug-in left where something was to be put in: `[gallery ids="1"]`, `{{ ad }}`, `%%x%%`. */
const UNFILLED =
  /^(?:\[\/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+(?:\s[^\]]*)?\]|\[\/?(?:caption|gallery|embed|audio|video|playlist|quote|button|ads?|pub|embedded content|read more)(?:\s[^\]]*)?\]|\[[a-z][\w-]*\s+[\w-]+=[^\]]*\]|\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^<>]*%>|%%[\w .-]+%%|\$\{[^{}]*\}|\[\[[\w .:-]+\]\])(?:[^[\]]{0,80}\[\/[\w-]+\])?$/iu;

/** What stands in the place of somebody's post where its script did not run. */
const POST =
  /^\P{L}*(?:view this post on|voir cette publication sur|afficher cette publication sur|ver esta publicación en|diesen beitrag auf \p{L}+ an(?:zeigen|sehen)|visualizza questo post su|ver essa foto no|عرض هذا المنشور على|شاهد هذا المنشور على)(?!\p{L})|^\P{L}*(?:a post shared by|une publication partagée par|una publicación (?:compartida|de)|ein beitrag geteilt von|un post condiviso da|uma publicação compartilhada por|(?:تمت )?مشاركة منشور (?:بواسطة|من)|منشور تمت مشاركته)(?!\p{L})/iu;

/** What asks before it shows what lies on another site. */
const FOREIGN =
  /^\P{L}*(?:allow \S.{1,30} content\P{L}*$|this article (?:includes|contains) content (?:provided by|from) |an dieser stelle (?:finden sie|findest du|befindet sich|steht) .{0,30}inhalt|(?:empfohlener|externer) (?:redaktioneller |externer )?inhalt\P{L}*$|(?:ce|le) (?:contenu|média|tweet|post|message) .{0,60}(?:bloqué|cookies)|pour (?:afficher|voir|lire|regarder|visualiser) (?:ce|cette|le) (?:contenu|vidéo|tweet|post).{0,60}cookies|este contenido .{0,60}(?:bloqueado|cookies))/iu;
const FOREIGN_WORDS = 60;

/** A button that shows the rest, and nothing else. */
const ON =
  /^\P{L}*(?:(?:view|show|see|read|voir|afficher|lire) (?:all |les |tous les )?(?:\d+ )?(?:comments?|commentaires?)|continue reading|keep reading|read (?:more|on)|(?:show|load|see|view) (?:more|less)|lire (?:la suite|plus)|continuer (?:la|votre) lecture|(?:voir|afficher|charger) (?:plus|la suite)|weiterlesen|mehr (?:an)?zeigen|(?:seguir|continuar) leyendo|(?:leer|ver) más|ler mais|continua a leggere|leggi tutto|mostra (?:altro|di più)|meer tonen|(?:أكمل|تابع|إكمال|مواصلة|متابعة) القراءة|(?:(?:اقرأ|إقرأ|المزيد|عرض) )?المزيد|تتمة المقال)\P{L}*$/iu;

/** Where a printed text goes on. */
const GOES_ON_AT =
  /^\P{L}*(?:(?:lire la )?suite (?:en |à la )?p(?:age|\.)?|continued on page|see page|voir page|(?:ال)?(?:تتمة|بقية) (?:في |ب)?(?:ال)?(?:ص|صفحة))\s*\.?\s*\d+\P{L}*$/iu;

/** What an editor leaves in an empty paragraph: joiners and marks that nobody sees. */
const UNSEEN = /^[\p{DI}\p{Z}\u2800]*$/u;

const LINES = [POST, ON, GOES_ON_AT, UNSEEN];
const CODE = [TAG.code, TAG.pre, TAG.kbd, TAG.samp];

/** Whether a text is code, in which a template's signs are what it is about. */
const isCode = ({ tree }: PageFacts, { node, last }: Block): boolean =>
  hasTag(tree, node, last + 1, CODE);

/** Takes out lines between the paragraphs that are no words of anybody's: a machine's, or a button's. */
export const dropResidue: Rule = (facts, kept) => {
  for (const index of keptBlocks(kept)) {
    const block = facts.blocks[index] as Block;
    const words = wordsOf(facts, index);
    if (words > FOREIGN_WORDS) continue;
    const { text } = block;
    if (FOREIGN.test(text)) kept[index] = 0;
    if (block.chars > MOST_CHARS || words > MOST_WORDS) continue;
    if (UNFILLED.test(text) ? !isCode(facts, block) : LINES.some((form) => form.test(text)))
      kept[index] = 0;
  }
};
