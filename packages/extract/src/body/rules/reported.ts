/**
 * Somebody's words in quotes that a line goes on to tell of, or, behind a comma, that they were said or written: what they ask for is
 * asked of nobody who reads the page.
 */
const QUOTED = /^\s*[«“„"][^«»“”„"]*[»”“"]/u;
const TOLD =
  /[,،]\s?(?:(?:l')?(?:a |avait |on )?(?:dit|disait|disaient|écrit|écrivait|écrivaient|lance|lançait|répète|répétait|ajoute|ajoutait|demande|demandait|conclut|concluait|proclame|proclamait|lit|lisait|peut)(?!\p{L})|(?:sa(?:ys|id)|wr(?:ites|ote)|asks|asked|adds|added|reads?|tells|told|urges|urged)(?!\p{L})|(?:dice|decía|dijo|escrib\p{L}+|añad\p{L}+|pid\p{L}+|reza\p{L}*|lee)(?!\p{L})|(?:sagt\p{L}*|schr(?:eibt|ieb\p{L}*)|hieß|heißt|stand|steht|bat|fragt\p{L}*)(?!\p{L})|(?:dicev\p{L}+|disse|scriv\p{L}+|scrisse|recita\p{L}*|diz|dizia|escrev\p{L}+)(?!\p{L})|(?:ك?ما )?(?:كان(?:ت)? )?(?:[يت]?قال|[يت]قول|قالت|[يت]?كتب|كتبت|أضاف(?:ت)?|[يت]ردد|جاء|ورد)(?!\p{L}))/iu;

/** Whether a line is somebody's words and that they said so. */
export const isReported = (text: string): boolean => QUOTED.test(text) || TOLD.test(text);
