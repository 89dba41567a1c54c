import type { ArticleSource } from '@helpkiosk/core';
import { docsearchArticles, takeDocsearch } from './docsearch-articles.js';
import { createIntercomExport, intercomArticles, takeIntercom } from './intercom-articles.js';
import { compileExport } from './compile-export.js';
import { readJson, type JsonRecord } from './source-json.js';
import type { SourceReader } from './source-reader.js';
import { createZendeskExport, takeZendesk, zendeskArticles } from './zendesk-articles.js';

/** Gathers the JSON files of a folder, since an export may be spread over several, and gives the articles of all when they are in. */
export interface DeskExports {
  take(path: string): Promise<void>;
  articles(): Promise<ArticleSource[]>;
}

/** With no files taken. Files that hold no export that is known are reported. */
export function createDeskExports(reader: SourceReader): DeskExports {
  const zendesk = createZendeskExport();
  const intercom = createIntercomExport();
  const docsearch: JsonRecord[] = [];
  const takeValue = (path: string, value: unknown): boolean =>
    takeZendesk(path, value, zendesk) || takeIntercom(path, value, intercom) || takeDocsearch(path, value, docsearch);
  return {
    async take(path) {
      const read = await readJson(reader.folder, path);
      if ('reason' in read) return reader.report(path, read.line, read.reason);
      const taken = read.values.filter((value) => takeValue(path, value)).length;
      if (taken === 0) {
        reader.report(
          path,
          1,
          'is left out: it is no export of Zendesk Guide or Intercom and holds no DocSearch records',
        );
      }
    },
    articles: async () => [
      ...(await compileExport(zendeskArticles(zendesk, reader), reader)),
      ...(await compileExport(intercomArticles(intercom, reader), reader)),
      ...docsearchArticles(docsearch, reader),
    ],
  };
}
