import { canonicalAddress } from '@nashra/address';
import { cutText } from '@nashra/text';
import { defaultLimits } from '../limits.ts';
import { oneLine, shownLine } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { withoutCdataMarks } from '../xml/cdata-marks.ts';
import type { XmlNode } from '../xml/node.ts';
import { feedAddress } from './feed-address.ts';
import type { Outline } from './outline.ts';

/** Something that did not come in. */
export interface LeftOut {
  /** As the file calls it: its title and its address, as far as it has them. */
  what: string;
  why: string;
}

const MAX_LEFT_OUT = 1_000;
const MAX_NAME_CHARS = 300;
/** Characters; a catalog takes no longer names. */
const LONGEST_TITLE = 200;

/** Takes the outlines of an element, and notes those whose feed cannot be had. */
export class OutlineReader {
  readonly leftOut: LeftOut[] = [];
  #count = 0;

  read(parent: XmlNode): Outline[] {
    const outlines: Outline[] = [];
    for (const node of parent.children) {
      if (node.tag !== 'outline') continue;
      if (isComment(node)) this.#leaveOut(nameOf(node), 'it is a comment, with all within it');
      else if (++this.#count <= defaultLimits.maxEntries) outlines.push(this.#outline(node));
      else this.#leaveOut(nameOf(node), `it comes after ${defaultLimits.maxEntries} others`);
    }
    return outlines;
  }

  #outline(node: XmlNode): Outline {
    const said = (name: string) => oneLine(node.attribute(name) ?? '') || null;
    const siteUrl = siteOf(node);
    return {
      title: cutText(
        shownLine(withoutCdataMarks(said('title') ?? said('text') ?? '')),
        LONGEST_TITLE,
      ),
      feedUrl: this.#feedOf(node, siteUrl),
      siteUrl,
      description: said('description'),
      language: said('language'),
      categories: (said('category') ?? '').split(',').map(oneLine).filter(Boolean),
      children: this.read(node),
    };
  }

  #feedOf(node: XmlNode, siteUrl: string | null): string | null {
    const isFeed = /^(?:rss|atom|feed)\d*$/i.test(node.attribute('type')?.trim() ?? '');
    const written = node.attribute('xmlurl') ?? (isFeed ? node.attribute('url') : null);
    // Without an address of a feed it is a folder or a note, unless it calls itself a feed.
    if (written === null && !(isFeed && node.children.length === 0)) return null;
    const { address, why } = feedAddress(written ?? '', node.base ?? siteUrl);
    if (why !== null) this.#leaveOut(nameOf(node, written), why);
    return address;
  }

  #leaveOut(what: string, why: string): void {
    if (this.leftOut.length < MAX_LEFT_OUT) this.leftOut.push({ what, why });
  }
}

/** OPML 2.0: «commented out», and what is nested in it too. */
const isComment = (node: XmlNode) => /^\s*true\s*$/i.test(node.attribute('iscomment') ?? '');

function nameOf(node: XmlNode, address = node.attribute('xmlurl')): string {
  const title = node.attribute('title') ?? node.attribute('text') ?? '';
  const names = [title, address ?? ''].map((name) => oneLine(name).slice(0, MAX_NAME_CHARS));
  return names.filter(Boolean).join(' ') || 'an outline without a name';
}

/** A home page that is no address costs the feed nothing. */
function siteOf(node: XmlNode): string | null {
  const address = resolveAddress(oneLine(node.attribute('htmlurl') ?? ''), node.base);
  return address !== null && canonicalAddress(address) !== null ? address : null;
}
