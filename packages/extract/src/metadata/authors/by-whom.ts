/** «By» in Arabic, where what was done stands before it: «حررت من طرف», «كتب بواسطة», «من لدن»; for a pattern. */
export const BY_WHOM = String.raw`(?:(?:نشر|كتب|حرر|أضيف|أنجز|أعد|مرسل|تحرير|إعداد)(?:ته?|ه|ها|ة)?\s)?(?:بواسطة|من (?:طرف|قبل|لدن))`;
