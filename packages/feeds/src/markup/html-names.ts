/** Element names by which a piece of text is recognised as HTML. */
export const htmlElements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
   canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
   figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd
   label legend li link main map mark math menu meta meter nav nobr noframes noscript object ol optgroup option output p
   param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub
   summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`
    .trim()
    .split(/\s+/),
);

/** Elements without content or end tag (HTML §13.1.2). */
export const voidElements = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Attributes that hold one address. */
export const addressAttributes = new Set(
  `action background cite classid codebase data formaction href icon longdesc manifest poster profile src usemap
   xlink:href`
    .trim()
    .split(/\s+/),
);
