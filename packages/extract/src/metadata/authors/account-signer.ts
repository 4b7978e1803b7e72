import { NODE, TAG, type Tree } from '@nashra/html';
import { nodeText } from '../node-text.ts';
import { isPerson, TECHNICAL } from './who.ts';

/** Nodes around the headline among which the line of who posted stands. */
const ABOVE = 80;
const BELOW = 60;
/** Bytes of a text that no such line is as long as. */
const PARAGRAPH = 120;
const LONGEST = 32;

const RELATION = /(?:^|\s)author(?:\s|$)/i;
/** Where sites keep their people: «/users/jo», «/@jo», «/u/42/jo». */
const ACCOUNT =
  /(?:\/(?:@|~|(?:users?|u|profiles?|members?|people|accounts?|usuarios?|membres?|mitglied(?:er)?|auth?ors?)\/(?:[\w-]+\/)?)|(?:^|\/)(?:user|profile|member)[\w.]*\?(?:id|name|user|u)=)([^/?#&]+)\/?(?:[?#&].*)?$/i;

/** Where boards keep theirs, by a number: «member.php?u=31». */
const PROFILE =
  /[?&](?:mode=viewprofile|action=profile|showuser)\b|(?:^|\/)(?:member|profile|userinfo|user\/view)\.php\?(?:\w+=\w+&(?:amp;)?)*(?:u|uid|id|user)=\d+/i;
/** What boards call the link to an account, whatever its address: «/members/jo.3/». */
const NAMED = /(?:^|[\s_-])(?:user-?name|nick-?name|screen-?name)(?:$|[\s_-])/i;
/** One word, or those of a name. */
const WORDS = /^[\p{L}\p{N}][\w\p{L}.-]+$|^(?:\p{Lu}[\p{L}.’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+$/u;
/** What a menu leads an account by. */
const MENU =
  /^(?:log-?in|log-?out|sign-?(?:in|up|out)|register|registration|profile|account|settings|connexion|inscription|anmelden|registrieren|entrar|accedi|users?|members?|all|new|edit|list|index|home|online)$/i;

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a link is the account that it is called by. */
function isAccount(tree: Tree, link: number, name: string): boolean {
  if (RELATION.test(tree.attr(link, 'rel') ?? '')) return true;
  if (PROFILE.test(tree.attr(link, 'href') ?? '')) return true;
  const account = ACCOUNT.exec(tree.attr(link, 'href') ?? '')?.[1];
  if (account === undefined) return false;
  // By a number, a name in two words is an account's for certain.
  if (/^\d+$/.test(account) && isPerson(name)) return true;
  return keyOf(account) === keyOf(name) || NAMED.test(tree.attr(link, 'class') ?? '');
}

/** Who posted under a name of one word, as forums and archives of readers' work have it: the account nearest to the headline. */
export function accountSigner(tree: Tree, headline: number, asides: ReadonlySet<number>): string {
  if (headline < 0) return '';
  let found = '';
  const end = Math.min(tree.size, headline + BELOW);
  for (let node = Math.max(1, headline - ABOVE); node < end; node++) {
    if (node > headline && found !== '') break;
    if (tree.kind[node] === NODE.text) {
      if (node > headline && tree.textSize(node) >= PARAGRAPH) break;
      continue;
    }
    const isOut = asides.has(node) || tree.tag[node] === TAG.nav;
    if (isOut) node = (tree.end[node] as number) - 1;
    if (isOut || tree.tag[node] !== TAG.a) continue;
    const name = nodeText(tree, node, LONGEST + 1).replace(/^@/, '');
    const isName = name.length > 1 && name.length <= LONGEST && WORDS.test(name);
    if (isName && !MENU.test(name) && !TECHNICAL.test(name) && isAccount(tree, node, name))
      found = name;
  }
  return found;
}
