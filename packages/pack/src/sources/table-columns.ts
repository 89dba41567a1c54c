/** What a column of a table of questions means. */
export type TableColumn =
  'question' | 'answer' | 'category' | 'keywords' | 'similar' | 'locale' | 'id' | 'order' | 'url' | 'updatedAt';

const NAMES: Readonly<Record<TableColumn, readonly string[]>> = {
  question: ['question', 'questions', 'title', 'q', 'query', '问题', '標題', '标题', '問題', '标准问', '标准问题', '標準問題', '主问题', '提问'],
  answer: ['answer', 'answers', 'content', 'body', 'a', 'reply', 'response', '答案', '回答', '内容', '內容', '回复', '回覆', '解答', '答复'],
  category: ['category', 'categories', 'section', 'topic', 'group', '分类', '分類', '栏目', '欄目', '类别', '類別', '问题分类'],
  keywords: ['keywords', 'keyword', 'tags', 'tag', 'labels', '关键词', '關鍵詞', '关键字', '關鍵字', '标签', '標籤'],
  similar: ['similarquestions', 'similarquestion', 'similar', 'alternatives', 'aliases', 'variants', 'alternativequestions', 'utterances', '同义问法', '同義問法', '相似问题', '相似問題', '相似问法', '相似问', '相似問法', '扩展问', '扩展问题', '其他问法'],
  locale: ['locale', 'language', 'lang', '语言', '語言', '语种'],
  id: ['id', 'key', 'slug', '编号', '編號', '序列号', '问题编号', '问题id'],
  order: ['order', 'position', 'sort', 'weight', '排序', '顺序', '順序'],
  url: ['url', 'link', 'address', '链接', '連結', '网址'],
  updatedAt: ['updatedat', 'updated', 'lastupdated', 'modified', 'date', '更新时间', '更新時間', '更新日期', '修改时间'],
}; // prettier-ignore

/** Where a header stands and which column it gives which meaning; `unknown` are names that mean nothing here. */
export interface TableHeader {
  row: number;
  columns: ReadonlyMap<TableColumn, number>;
  unknown: readonly string[];
}

/** As many rows above the header as a title or a note may take. */
const MAX_ROWS_ABOVE = 10;

/** The first row that names both a question and an answer, null where none of the first ten does. */
export function findHeader(rows: readonly { cells: readonly string[] }[]): TableHeader | null {
  for (const [row, { cells }] of rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    const columns = new Map<TableColumn, number>();
    const unknown: string[] = [];
    for (const [at, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column && !columns.has(column)) columns.set(column, at);
      else if (cell.trim()) unknown.push(cell.trim());
    }
    if (columns.has('question') && columns.has('answer')) return { row, columns, unknown };
  }
  return null;
}

function columnOf(cell: string): TableColumn | null {
  const name = cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((?:必填|选填|required|optional)\)|[\s_*:?-]/gu, '');
  const found = Object.entries(NAMES).find(([, names]) => names.includes(name));
  return found ? (found[0] as TableColumn) : null;
}
