import { NODE, TAG, type Tree } from '@nashra/html';
import { nodeText } from '../../metadata/node-text.ts';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isCalledReaders, isOverReaders, NAMED_FIRST } from './comment-words.ts';
import { dropRange, hasTag, keptWords, type Rule, wordsOf } from './rule.ts';

/** Words of who says it, and of what is said. */
const NAME_WORDS = 4;
const LONGEST_SAID = 80;
const MAX_NAME = 60;
const FEWEST = 2;
const FEWEST_WORDS = 3;
/** What was said by so many of them sounds like readers. */
const MOSTLY = 0.5;
/** Words of a label over them, and blocks below it. */
const LABEL_WORDS = 4;
const LABELLED_BLOCKS = 24;
/** Words of the text before. */
const ENOUGH = 30;

/** How readers speak and newspapers do not: they ask, call out, thank and say «I». */
const VOICE =
  /[!?؟]|(?<!\p{L})(?:je|j.(?:ai|espère|habite|y)|moi|mon|ma|mes|bravo|merci|enfin|honte|dommage|vous (?:verrez|avez)|on (?:attend\p{L}*|verra|nous|en)|i|i.(?:m|ve|d)|my|we|well done|thanks|thank you|great|finally|shame|about time|ich|danke|endlich|yo|gracias|por fin|vergüenza|grazie|finalmente|vergogna|eu|obrigad[oa]|parabéns|até que enfim|complimenti|mi|mis|estoy|enhorabuena|meu|minha|concordo|acho|mio|mia|mein\p{L}{0,2}|teşekkürler|sonunda|maalesef|katılmıyorum|dedem|benim|bence|я|мой|моя|мне|спасибо|наконец(?:-то)?|жаль|не согласен|не согласна|дякую|нарешті|ik|mijn|bedankt|eindelijk|jammer|dziękuję|brawo|wreszcie|szkoda|εγώ|μπράβο|επιτέλους|אני|סוף סוף|כל הכבוד|ممنون|متشکرم|کاش|بالاخره|خسته نباشید|من موافق|پدربزرگم)(?!\p{L})|(?<!\p{L})(?:شكرا|شكراً|نتمنى|أتمنى|نرجو|أرجو|مبروك|برافو|تحية|حسبنا|اللهم|الله|يا|أنا|نحن|كلام|أين|متى|لماذا|خطوة|للأسف|عيب|بارك|كفى|والله|هل)(?!\p{L})/iu;
/** «Posté par Momo le 13 mai», «تعليق 3: …». */
const POSTED =
  /^\P{L}*(?:تعليق|commentaire|comment|kommentar)\s*(?:n°|رقم|#)?\s*\d+|^\P{L}*(?:(?:posté|publié|envoyé|écrit|rédigé|posted|written|sent|says|enviado|geschrieben|(?:أضيف|كتب|نشر)ت?ه?) )?(?:par|by|por|von|بواسطة|من طرف)\s\S/iu;
const POSTED_WORDS = 10;

/** Whether a block says who speaks: a few words without an end. */
function isName(facts: PageFacts, index: number): boolean {
  const { lastClass, ideographs } = facts.texts[index] as TextFacts;
  const words = wordsOf(facts, index);
  if (words <= POSTED_WORDS && POSTED.test((facts.blocks[index] as Block).text)) return true;
  return words > 0 && words <= NAME_WORDS && lastClass !== CHAR.stop && ideographs === 0;
}

const isSaid = (facts: PageFacts, index: number): boolean => {
  const words = wordsOf(facts, index);
  return words >= FEWEST_WORDS && words <= LONGEST_SAID;
};

/** What parts readers from the text in one slot. */
const RULE = [TAG.hr];
const BOLD = new Set<number>([TAG.b, TAG.strong, TAG.cite]);
const SLANTED = new Set<number>([TAG.em, TAG.i]);

/** Whether a few words in bold, or in slanted letters over a break, open a block and others follow: who says it. */
function opensBold({ tree, blocks }: PageFacts, index: number): boolean {
  const { first, last, node } = blocks[index] as Block;
  for (let up = tree.parent[first] as number; up > node; up = tree.parent[up] as number) {
    const tag = tree.tag[up] as number;
    const isOver = SLANTED.has(tag) && tree.tag[tree.end[up] as number] === TAG.br;
    if (!BOLD.has(tag) && !isOver) continue;
    const words = nodeText(tree, up, MAX_NAME).split(/\s+/u).length;
    return words <= NAME_WORDS && (tree.end[up] as number) <= last;
  }
  return false;
}

/** Where the items begin that a block is the last of, in one slot of the template, each with a name before it or in it. */
function beginOf(facts: PageFacts, last: number): readonly [from: number, said: number[]] {
  const { blocks, elements } = facts;
  const pathOf = (index: number) => elements.path[(blocks[index] as Block).node];
  const path = pathOf(last);
  const said: number[] = [];
  let from = last + 1;
  for (let at = last; at > 0 && pathOf(at) === path && isSaid(facts, at); ) {
    if (NAMED_FIRST.test((blocks[at] as Block).text) || opensBold(facts, at)) {
      said.push(at);
      from = at;
      at--;
    } else if (isName(facts, at - 1) && (isTwin(facts, at - 1, at) || said.length === 0)) {
      said.push(at);
      from = at - 1;
      at -= 2;
    } else break;
  }
  return [from, said];
}

/** The last of the blocks that go on after one in its slot, each with a name before what it says: some may be out already. */
function endOfSaid(facts: PageFacts, last: number): number {
  const { blocks, elements } = facts;
  const pathOf = (index: number) => elements.path[(blocks[index] as Block).node];
  let end = last;
  while (
    end + 1 < blocks.length &&
    pathOf(end + 1) === pathOf(last) &&
    isSaid(facts, end + 1) &&
    NAMED_FIRST.test((blocks[end + 1] as Block).text)
  )
    end++;
  return end;
}

/** Whether a name stands in a cell, a term or an element before what it said, in one box with that. */
function isTwin({ tree, blocks }: PageFacts, name: number, said: number): boolean {
  const a = (blocks[name] as Block).node;
  const b = (blocks[said] as Block).node;
  return tree.parent[a] === tree.parent[b] || tree.parent[a] === b || tree.parent[b] === a;
}

/** What the place for a thread of comments is called that a script fills. */
const THREAD = /comment|disqus|respond|remark42|utterances/i;

/** Whether the empty place for such a thread stands in a range of nodes. */
function hasThread(tree: Tree, from: number, to: number): boolean {
  for (let node = from; node < to; node++) {
    const isEmpty = tree.kind[node] === NODE.element && (tree.end[node] as number) <= to;
    if (isEmpty && THREAD.test(tree.attr(node, 'id') ?? '')) return true;
  }
  return false;
}

/** Takes out what stands under «Comments» to the end, where it begins with who says it and sounds like readers. */
function dropUnderLabel(facts: PageFacts, kept: Uint8Array, last: number): void {
  const { blocks } = facts;
  for (let label = last - 1; label > 0 && label >= last - LABELLED_BLOCKS; label--) {
    const { chars, text } = blocks[label] as Block;
    if (chars > MAX_NAME || wordsOf(facts, label) > LABEL_WORDS || !isOverReaders(text)) continue;
    const before = keptWords(facts, kept, 0, label);
    if (before < ENOUGH || keptWords(facts, kept, label + 1) > before) continue;
    const next = label + 1;
    const isSigned =
      isName(facts, next) ||
      opensBold(facts, next) ||
      NAMED_FIRST.test((blocks[next] as Block).text);
    if (!isSigned) continue;
    let said = 0;
    let voices = 0;
    for (let at = next; at <= last; at++) {
      if (wordsOf(facts, at) <= NAME_WORDS * 2) continue;
      said++;
      if (VOICE.test((blocks[at] as Block).text)) voices++;
    }
    if (voices > 0 && voices >= MOSTLY * said) dropRange(kept, label, last + 1);
  }
}

/** «@jo what was said», below the name of who says it. */
const MENTION = /^@\w{2,30}\s+\S/u;

/** Takes out one reader's answer that begins with whom it answers. */
function dropMention(facts: PageFacts, kept: Uint8Array, last: number): void {
  const { tree, blocks } = facts;
  if (!MENTION.test((blocks[last] as Block).text) || !isName(facts, last - 1)) return;
  const before = kept.lastIndexOf(1, last - 1);
  if (before < 0 || keptWords(facts, kept, 0, last) < ENOUGH) return;
  if (tree.parent[(blocks[before] as Block).node] !== tree.parent[(blocks[last] as Block).node])
    dropRange(kept, last - 1, last + 1);
}

/** Takes out what readers wrote below a text, where no word says so: one after the other a name and what it said, in a voice that texts have not. */
export const dropVoices: Rule = (facts, kept) => {
  const { blocks, tree } = facts;
  const last = kept.lastIndexOf(1);
  if (last < 1) return;
  dropUnderLabel(facts, kept, last);
  dropMention(facts, kept, last);
  const [opens, said] = beginOf(facts, endOfSaid(facts, last));
  const label = blocks[opens - 1];
  const isLabelled = label !== undefined && label.chars <= MAX_NAME && isCalledReaders(label.text);
  const from = isLabelled ? opens - 1 : opens;
  if (said.length < FEWEST || keptWords(facts, kept, 0, from) < ENOUGH) return;
  // What stands in the text's own slot is a part of it: an interview has names and questions too.
  const before = kept.lastIndexOf(1, from - 1);
  const first = (blocks[said[said.length - 1] as number] as Block).node;
  if (before < 0) return;
  const { node, last: end } = blocks[before] as Block;
  const isParted = hasTag(tree, end, first, RULE) || hasThread(tree, end, first);
  const isOwn = tree.parent[node] === tree.parent[first] && !isParted;
  const areSaidSo = said.every((index) => POSTED.test((blocks[index - 1] as Block).text));
  if (isOwn && !areSaidSo) return;
  const voices = said.filter((index) => VOICE.test((blocks[index] as Block).text)).length;
  if (voices >= MOSTLY * said.length) dropRange(kept, from, last + 1);
};
