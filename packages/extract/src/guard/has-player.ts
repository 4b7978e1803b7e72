import { TAG, type Tree } from '@nashra/html';
import type { PageSigns } from '../types.ts';

/** How addresses of frames name what they play: houses of players, and words of theirs. Advertisements and maps have none. */
const PLAYER =
  /youtu\.?be|youtube|vimeo|dailymotion|facebook\.com\/plugins\/video|rumble|twitch|soundcloud|spotify|deezer|megaphone|acast|ausha|audiomeans|brightcove|jwp(?:layer|latform|cdn)|kaltura|digiteka|ultimedia|player|[/._-](?:video|audio|podcast|live|embed)s?[/._?-]/i;
const FILMS = new Set(['videoobject', 'videoarticle', 'audioobject', 'podcastepisode']);

/** Whether a page shows a film or plays a sound: it says so of itself, or a player stands in it. */
export function hasPlayer(tree: Tree, { types, ogType }: PageSigns): boolean {
  if (ogType.startsWith('video') || types.some((type) => FILMS.has(type))) return true;
  for (let node = 0; node < tree.size; node++) {
    const tag = tree.tag[node];
    if (tag === TAG.video || tag === TAG.audio) return true;
    if (tag === TAG.iframe && PLAYER.test(sourceOf(tree, node))) return true;
  }
  return false;
}

/** Frames that wait for consent or for being looked at keep their address elsewhere. */
const sourceOf = (tree: Tree, node: number): string =>
  ['src', 'data-src', 'data-lazy-src'].map((name) => tree.attr(node, name) ?? '').join(' ');
