/** What is opened again and again: name, opening, closing. */
export const NESTED: readonly (readonly [name: string, open: string, close: string])[] = [
  ['boxes', '<div>', '</div>'],
  ['boxes never closed', '<div>', ''],
  ['boxes with words', '<div class="post content">word ', '</div>'],
  ['quotes', '<blockquote><p>word ', '</blockquote>'],
  ['lists', '<ul><li>a ', '</ul>'],
  ['tables', '<table><tr><td>a ', '</table>'],
  ['tables never closed', '<table><tr><td>', ''],
  ['fonts', '<font>', ''],
  ['bold and links', '<b><a href=x>', ''],
  ['buttons', '<button><p>', ''],
  ['drawings', '<svg><desc>', ''],
  ['templates', '<template>', ''],
  ['articles', '<article><h2>a headline</h2><p>word ', '</article>'],
  ['links around blocks', '<a href="/x"><div>word ', '</div></a>'],
  ['spans', '<span>', '</span>'],
];
