import { DISPLAYS, type Display } from '@nashra/reader';

export type DisplayOf = (publisher: string) => Display;

/** From `hespress=summary,le360=headline`, `*` for all others. @throws Error for anything else */
export function readDisplays(text: string): DisplayOf {
  const pairs = text.split(',').filter((it) => it.trim() !== '');
  const displays = new Map(
    pairs.map((pair) => {
      const [slug = '', name] = pair.split('=').map((it) => it.trim());
      const display = DISPLAYS.find((it) => it === name);
      if (!slug || !display) throw new Error(`no display: say slug=${DISPLAYS.join(' or slug=')}`);
      return [slug, display] as const;
    }),
  );
  const usual = displays.get('*') ?? 'full';
  return (publisher) => displays.get(publisher) ?? usual;
}
