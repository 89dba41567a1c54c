import { safeHref } from '@helpkiosk/core';
import type { ExportArticle } from './compile-export.js';
import { fieldOf, isJsonObject, numberField, objectsOf, textField, type JsonObject, type JsonRecord } from './source-json.js'; // prettier-ignore
import { chooseSourceLocale } from './source-place.js';
import type { SourceReader } from './source-reader.js';

/** What the files of one Intercom export hold: articles, and beside them the collections, if they were saved. */
export interface IntercomExport {
  articles: JsonRecord[];
  collections: JsonObject[];
}

/** An export with nothing in it. */
export const createIntercomExport = (): IntercomExport => ({ articles: [], collections: [] });

/** Adds what a JSON value holds of an Intercom export (lists of the API, bare lists, single objects); false where it holds nothing of one. */
export function takeIntercom(path: string, value: unknown, into: IntercomExport): boolean {
  const holder = isJsonObject(value) ? value : {};
  const items = [value, fieldOf(holder, 'data'), fieldOf(holder, 'articles'), fieldOf(holder, 'collections')].flatMap(
    (one) => (isJsonObject(one) ? [one] : objectsOf(one)),
  );
  const articles = items.filter(isArticle);
  const collections = items.filter(
    (item) => /^(?:collection|section)$/u.test(textField(item, 'type') ?? '') && textField(item, 'name'),
  );
  into.articles.push(...articles.map((one) => ({ path, value: one })));
  into.collections.push(...collections);
  return articles.length + collections.length > 0;
}

const isArticle = (item: JsonObject): boolean =>
  textField(item, 'id') !== undefined &&
  typeof fieldOf(item, 'title') === 'string' &&
  Object.hasOwn(item, 'body') &&
  (fieldOf(item, 'type') === 'article' ||
    Object.hasOwn(item, 'translated_content') ||
    Object.hasOwn(item, 'author_id')) &&
  !Object.hasOwn(item, 'section_id');

/** The published articles of an export in every language that they are translated to. The category is the collection's name in that language. */
export function intercomArticles(all: IntercomExport, reader: SourceReader): ExportArticle[] {
  const collections = new Map(all.collections.map((collection) => [textField(collection, 'id')!, collection]));
  const known = new Map(all.articles.map((record) => [textField(record.value, 'id')!, record]));
  const orderOf = ({ value }: JsonRecord): number => {
    const collection = collections.get(parentOf(value));
    return (collection && numberField(collection, 'order')) ?? 0;
  };
  return [...known.values()]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .flatMap(({ path, value }, i) => {
      const collection = collections.get(parentOf(value));
      const order = collections.size ? { order: i + 1 } : {};
      return contentsOf(value).flatMap(({ locale, content }) => {
        const category = collection && nameOf(collection, locale);
        const common = { ...(category ? { category } : {}), ...order };
        return articleOf(path, value, content, locale, common, reader);
      });
    });
}

function parentOf(article: JsonObject): string {
  const parents = fieldOf(article, 'parent_ids');
  const first: unknown = Array.isArray(parents) ? parents[0] : undefined;
  return (
    textField(article, 'parent_id') ?? (typeof first === 'string' || typeof first === 'number' ? String(first) : '')
  );
}

function contentsOf(article: JsonObject): { locale: string | undefined; content: JsonObject }[] {
  const main = textField(article, 'default_locale');
  const translated = fieldOf(article, 'translated_content');
  const others = isJsonObject(translated) ? Object.entries(translated) : [];
  return [
    { locale: main, content: article },
    ...others.flatMap(([locale, content]) =>
      isJsonObject(content) && locale !== main && Object.hasOwn(content, 'body') ? [{ locale, content }] : [],
    ),
  ];
}

function nameOf(collection: JsonObject, locale: string | undefined): string | undefined {
  const translated = fieldOf(collection, 'translated_content') ?? fieldOf(collection, 'group_translated_content');
  const own = isJsonObject(translated) && locale ? fieldOf(translated, locale) : undefined;
  return (isJsonObject(own) ? textField(own, 'name') : undefined) ?? textField(collection, 'name');
}

function articleOf(
  path: string,
  article: JsonObject,
  content: JsonObject,
  said: string | undefined,
  common: { category?: string; order?: number },
  reader: SourceReader,
): ExportArticle[] {
  if ((textField(content, 'state') ?? 'published') !== 'published') return [];
  const id = textField(article, 'id')!;
  const label = `article ${id}`;
  const title = textField(content, 'title');
  const html = fieldOf(content, 'body');
  if (!title || typeof html !== 'string' || html.trim() === '') {
    reader.report(path, 1, `${label}: is left out: it has no ${title ? 'text' : 'title'}${said ? ` in ${said}` : ''}`);
    return [];
  }
  const summary = textField(content, 'description');
  const url = safeHref(fieldOf(content, 'url'));
  const seconds = numberField(content, 'updated_at') ?? numberField(article, 'updated_at');
  const source = {
    id,
    locale: chooseSourceLocale(said, undefined, reader.options.locale ?? 'en'),
    title,
    ...(summary ? { summary } : {}),
    ...common,
    ...(url === null ? {} : { url }),
    ...(seconds === undefined ? {} : { updatedAt: seconds * 1_000 }),
  };
  return [{ path, label, html, source }];
}
