/** What a column of a table of votes means. `helpful`: a vote in each row, true or false. */
export type VoteColumn = 'article' | 'yes' | 'no' | 'helpful';

const NAMES: Readonly<Record<VoteColumn, readonly string[]>> = {
  article: ['article', 'articleid', 'id', 'slug', 'key', '文章', '文章id', '文章编号', '编号', '文章編號', '編號'],
  yes: ['yes', 'up', 'upvotes', 'likes', 'helped', '是', '有用', '有帮助', '有幫助', '赞', '讚'],
  no: ['no', 'down', 'downvotes', 'dislikes', 'nothelpful', 'unhelpful', '否', '没用', '没有用', '没帮助', '沒用', '沒有用', '沒幫助', '踩'],
  helpful: ['helpful'],
}; // prettier-ignore

/** Where a header of a table of votes stands, and the place of each column in it. */
export interface VoteColumns {
  row: number;
  places: Readonly<Partial<Record<VoteColumn, number>>>;
}

/** As many rows above the header as a title or a note may take. */
const MAX_ROWS_ABOVE = 10;

/** The first row that names articles and votes, null where none of the first ten does. */
export function voteColumns(rows: readonly { cells: readonly string[] }[]): VoteColumns | null {
  for (const [row, { cells }] of rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    const places: Partial<Record<VoteColumn, number>> = {};
    cells.forEach((cell, place) => {
      const column = columnOf(cell);
      if (column) places[column] ??= place;
    });
    if (places.article !== undefined && (places.helpful ?? places.yes ?? places.no) !== undefined)
      return { row, places };
  }
  return null;
}

function columnOf(cell: string): VoteColumn | undefined {
  const name = cell.normalize('NFKC').toLowerCase().replaceAll(/[\s_-]/gu, ''); // prettier-ignore
  return (Object.keys(NAMES) as VoteColumn[]).find((column) => NAMES[column].includes(name));
}
