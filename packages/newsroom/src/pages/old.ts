import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { books } from '../story.ts';
import { paragraphsOf } from './body.ts';

/** As sites were made around 2003: tables, font tags, no metadata, the date in words alone. */
export function oldPage(edition: Edition, item: Item, others: readonly Item[]): string {
  const { labels, topics } = books[edition.publisher.language];
  const menu = topics.map(
    ({ section }) => `<a href="/section.php?s=${section.length}">${section}</a>`,
  );
  const links = others
    .slice(0, 6)
    .map(
      (other) =>
        `<tr><td>&#8226; <a href="${escapeMarkup(other.url)}">${escapeMarkup(other.title)}</a></td></tr>`,
    );
  return `<html dir="rtl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${edition.publisher.charset}">
<title>${escapeMarkup(edition.title)} : ${escapeMarkup(item.title)}</title>
</head>
<body bgcolor="#FFFFFF" topmargin="0">
<table width="950" align="center" border="0" cellpadding="4">
<tr><td colspan="2" bgcolor="#003366"><font color="#FFFFFF" size="6"><b>${escapeMarkup(edition.title)}</b></font></td></tr>
<tr><td colspan="2" align="center">${menu.join(' | ')}</td></tr>
<tr>
<td width="220" valign="top"><table border="0" width="100%"><tr><td bgcolor="#CCCCCC"><b>${labels.mostRead}</b></td></tr>
${links.join('\n')}
</table></td>
<td valign="top">
<font size="5" color="#990000"><b>${escapeMarkup(item.title)}</b></font><br>
<font size="2" color="#666666">${labels.published} ${edition.visible(item.publishedAt)} | ${escapeMarkup(item.author)}</font><br><br>
<table align="right"><tr><td><img src="/media/${item.story.n}.png" width="200" border="1" alt="${escapeMarkup(item.caption)}"></td></tr></table>
<font size="3">
${paragraphsOf(item).map(escapeMarkup).join('<br><br>\n')}
</font>
<br><br><a href="javascript:window.print()">${labels.share}</a>
</td>
</tr>
<tr><td colspan="2" align="center"><font size="1">${labels.rights} &copy; ${escapeMarkup(edition.title)}</font></td></tr>
</table>
</body>
</html>
`;
}
