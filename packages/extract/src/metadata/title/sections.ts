import { type Line, line, type TitleSources, wordsOf } from './title-line.ts';

/** Between a section's name and the headline: a mark of levels in a heading, any other in the document's title. */
const LEVEL = /^(.{2,30}?)\s+[>›»|/]\s+(?=\S)/u;
const PART = /^(.{2,30}?)\s+[|·–—-]\s+(?=\S)/u;

/** «Section > Headline» as «Section - Headline - Site» of the document's title shows it to be. */
export function withoutShared(heading: Line, { document }: TitleSources): Line {
  const level = LEVEL.exec(heading.text);
  const same = level && PART.exec(document);
  if (!same || line(level[1] as string).key !== line(same[1] as string).key) return heading;
  const rest = line(heading.text.slice(level[0].length));
  const isHeadline = wordsOf(rest.text).size >= HEADLINE_WORDS;
  const isSection = wordsOf(level[1] as string).size <= SECTION_WORDS;
  return isSection && isHeadline && line(document).key.includes(rest.key) ? rest : heading;
}

/** Words of a room's name before a sharing title. */
const ROOM_WORDS = 2;

/** The sources without the name of a room that the sharing title opens with, where the document's title opens with what follows. */
export function withoutRoom(sources: TitleSources): TitleSources {
  const [, room = '', rest = ''] =
    /^(.{2,30}?)\s+[|»«·:–—-]\s+(\S.*)$/u.exec(sources.openGraph) ?? [];
  if (room === '' || wordsOf(room).size > ROOM_WORDS || wordsOf(rest).size < HEADLINE_WORDS)
    return sources;
  if (!line(sources.document).key.startsWith(line(rest).key)) return sources;
  const headings = sources.headings.filter((text) => text !== room);
  return { ...sources, openGraph: rest, headings };
}

/** Words of a section's name, and of the headline behind it. */
const SECTION_WORDS = 3;
export const HEADLINE_WORDS = 5;

/** «Section | Headline | Site», with the site's name taken off and no heading that tells: the headline is what is longest. */
export function withoutSection(title: string, written: string): string {
  if (title === written) return title;
  const [section = '', ...parts] = title.split(/\s+[|»«·]\s+/u);
  const rest = parts.join(' | ');
  const isSection = wordsOf(section).size <= SECTION_WORDS;
  return isSection && parts.length === 1 && wordsOf(rest).size >= HEADLINE_WORDS ? rest : title;
}
