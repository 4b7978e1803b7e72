import { FRONT, said } from './judge.ts';

/** A question with signs, and which folded texts answer it. */
export type SignedQuery = readonly [query: string, fits: (text: string) => boolean];

/** Phrases, exclusions, beginnings. */
export const signs: readonly SignedQuery[] = [
  ['"كرة القدم"', said(`كره ${FRONT}قدم`)],
  ['"مواقع التواصل الاجتماعي"', said(`(?:مواقع|موقع) ${FRONT}تواصل ${FRONT}اجتماعي`)],
  ['"حقوق الإنسان"', said(`حق(?:وق)? ${FRONT}انسان`)],
  ['"مجلس الأمن"', said(`(?:مجلس|مجالس) ${FRONT}امن`)],
  ['"الأمم المتحدة"', said(`امم ${FRONT}متحده`)],
  ['"premier ministre"', said('premiers? ministres?')],
  ['"réseaux sociaux"', said('reseaux? socia(?:l|ux)')],
  ['"coupe du monde"', said('coupe du monde')],
  ['النفط -السعودية', but('نفط(?:ي|يه|ها|ا|ه|يين)?', 'سعودي(?:ه|ا|ين|ون|ات)?')],
  ['محمد -"محمد السادس"', but('محمد', `محمد ${FRONT}سادس`)],
  ['facebook -twitter', but('facebook', 'twitter')],
  ['vaccin -covid', but('vaccin(?:s|e|es|er|ee|ees|ation|ations|al|ale)?', 'covid')],
  ['اقتصاد*', said('اقتصاد[^ ]*')],
  ['الاقتصاد*', said('اقتصاد[^ ]*')],
  ['تكنولوج*', said('تكنولوج[^ ]*')],
  ['كورون*', said('كورون[^ ]*')],
  ['électr*', said('electr[^ ]*')],
  ['elections*', said('elections?')],
];

/** What says one thing and not the other. */
export function but(wanted: string, unwanted: string): (text: string) => boolean {
  return (text) => said(wanted)(text) && !said(unwanted)(text);
}
