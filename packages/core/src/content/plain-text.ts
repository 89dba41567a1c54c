import type { ArticleNode, ArticleTree } from '../contracts.js';

/**
 * The tree of a plain text body: paragraphs are separated by empty lines, a line that begins with `#` is a heading
 * (`#` and `##` give h2, more give h3 and h4). Headings get `section-1`, `section-2` ... as their anchors.
 */
export function treeFromPlainText(body: string): ArticleTree {
  const nodes: ArticleNode[] = [];
  let paragraph: string[] = [];
  let headingCount = 0;
  const endParagraph = (): void => {
    if (paragraph.length) {
      nodes.push({ tag: 'p', children: paragraph.flatMap((line, i) => (i ? [{ tag: 'br' as const }, line] : [line])) });
    }
    paragraph = [];
  };
  for (const line of body.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const heading = /^(#{1,6})\s*(\S.*)$/u.exec(line);
    if (heading) {
      endParagraph();
      const level = Math.min(Math.max(heading[1]!.length, 2), 4) as 2 | 3 | 4;
      nodes.push({ tag: `h${level}`, id: `section-${++headingCount}`, children: [heading[2]!.trim()] });
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line.trim());
  }
  endParagraph();
  return { v: 1, nodes };
}
