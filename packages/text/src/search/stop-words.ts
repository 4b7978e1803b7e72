import { foldText } from '../fold/fold-text.ts';

/** Words that tie a question together and ask for nothing: left out of a query that has others, outside of phrases. */
export const STOP_WORDS: readonly string[] = foldText(
  `في من على إلى عن مع هذا هذه ذلك تلك هو هي هم أن إن كان كانت قد لقد لا لم لن ما ماذا هل كيف متى أين لماذا التي الذي الذين
  كل بعد قبل عند بين حول ضد منذ حتى ثم أو أم بل لكن إذا فيه فيها له لها عليه عليها به بها أي غير دون خلال ديال شنو واش علاش فين
  اللي باش حنا راه هاد كيفاش`,
).split(' ');
