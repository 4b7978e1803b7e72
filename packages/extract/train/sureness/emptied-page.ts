const MIN_PARAGRAPH = 60;
const HEAD =
  /<script[^>]*ld\+json[^>]*>[\s\S]*?<\/script>|<meta[^>]*(?:article:|og:type|og:title|twitter:title|parsely|datePublished)[^>]*>/gi;

/**
 * An article's page without the article: its paragraphs, headline and metadata gone, menus, teasers
 * and footers left. What remains is what a front or section page of the same template is made of.
 * @returns null when the article's paragraphs were not found
 */
export function emptiedPage(html: string, body: string): string | null {
  const starts = new Set(
    body
      .split('\n')
      .map(fold)
      .filter((text) => text.length > MIN_PARAGRAPH)
      .map((text) => text.slice(0, MIN_PARAGRAPH)),
  );
  let removed = 0;
  const emptied = html
    .replace(HEAD, '')
    .replace(/<(p|h2|li|blockquote)\b[^>]*>[\s\S]{0,8000}?<\/\1>/gi, (whole) => {
      const text = fold(whole.replace(/<[^>]*>/g, '').replace(/&\w+;|&#\d+;/g, ' '));
      if (!starts.has(text.slice(0, MIN_PARAGRAPH))) return whole;
      removed++;
      return '';
    })
    .replace(/<h1\b[\s\S]*?<\/h1>/gi, '<h1>News</h1>');
  return removed >= Math.min(4, starts.size) && removed * 2 >= starts.size ? emptied : null;
}

function fold(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
