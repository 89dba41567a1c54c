import { safeHref } from '@helpkiosk/core';
import { instantOf } from '../content/html/page-facts.js';
import type { ExportArticle } from './compile-export.js';
import { fieldOf, isJsonObject, numberField, objectsOf, textField, textsField, type JsonObject, type JsonRecord } from './source-json.js'; // prettier-ignore
import { chooseSourceLocale } from './source-place.js';
import type { SourceReader } from './source-reader.js';

/** What the files of one Zendesk Guide export hold: articles, and beside them the sections, categories and translations, if they were saved. */
export interface ZendeskExport {
  articles: JsonRecord[];
  sections: JsonObject[];
  categories: JsonObject[];
  translations: JsonRecord[];
}

/** An export with nothing in it. */
export const createZendeskExport = (): ZendeskExport => ({
  articles: [],
  sections: [],
  categories: [],
  translations: [],
});

/** Adds what a JSON value holds of a Zendesk Guide export; false where it holds nothing of one. */
export function takeZendesk(path: string, value: unknown, into: ZendeskExport): boolean {
  const lists = isJsonObject(value) ? value : {};
  const bare = Array.isArray(value) ? objectsOf(value) : isJsonObject(value) ? [value] : [];
  const wrapped = isJsonObject(fieldOf(lists, 'article')) ? [fieldOf(lists, 'article') as JsonObject] : [];
  const articles = [...objectsOf(fieldOf(lists, 'articles')), ...wrapped, ...bare].filter(isArticle);
  const sections = [...objectsOf(fieldOf(lists, 'sections')), ...bare].filter(isSection);
  const categories = objectsOf(fieldOf(lists, 'categories')).filter(isNamed);
  const translations = objectsOf(fieldOf(lists, 'translations')).filter(isTranslation);
  into.articles.push(...articles.map((one) => ({ path, value: one })));
  into.sections.push(...sections);
  into.categories.push(...categories);
  into.translations.push(...translations.map((one) => ({ path, value: one })));
  return articles.length + sections.length + categories.length + translations.length > 0 || isEmptyPage(lists);
}

const isArticle = (value: JsonObject): boolean =>
  textField(value, 'id') !== undefined &&
  textField(value, 'title') !== undefined &&
  typeof (fieldOf(value, 'body') ?? '') === 'string' &&
  Object.hasOwn(value, 'body') &&
  ['section_id', 'label_names', 'html_url', 'draft', 'source_locale'].filter((name) => Object.hasOwn(value, name))
    .length > 1;
const isNamed = (value: JsonObject): boolean =>
  textField(value, 'id') !== undefined && textField(value, 'name') !== undefined;
const isSection = (value: JsonObject): boolean => isNamed(value) && Object.hasOwn(value, 'category_id');
const isTranslation = (value: JsonObject): boolean =>
  textField(value, 'source_id') !== undefined &&
  textField(value, 'locale') !== undefined &&
  Object.hasOwn(value, 'body');
/** The last page of a list may be empty. */
const isEmptyPage = (value: JsonObject): boolean =>
  Array.isArray(fieldOf(value, 'articles')) && (Object.hasOwn(value, 'next_page') || Object.hasOwn(value, 'meta'));

/**
 * The articles of an export, drafts left out. Those that only some customers may read (`user_segment_id`) are left out and named: a pack is public.
 * The category is the section's name; the order that of categories, sections and articles; the id that of Zendesk.
 */
export function zendeskArticles(all: ZendeskExport, reader: SourceReader): ExportArticle[] {
  const sections = new Map(all.sections.map((section) => [textField(section, 'id')!, section]));
  const categories = new Map(all.categories.map((category) => [textField(category, 'id')!, category]));
  const known = new Map(all.articles.map((record) => [textField(record.value, 'id')!, record]));
  const keyOf = (article: JsonObject): number[] => {
    const section = sections.get(textField(article, 'section_id') ?? '');
    const category = categories.get((section && textField(section, 'category_id')) ?? '');
    return [category, section, article].map((part) => (part && numberField(part, 'position')) ?? 0);
  };
  const inOrder = [...known.values()].sort((a, b) => compareKeys(keyOf(a.value), keyOf(b.value)));
  const hasPlaces = inOrder.some(({ value }) => numberField(value, 'position') !== undefined);
  return inOrder.flatMap(({ path, value }, i) => {
    if (!isPublic(path, value, reader)) return [];
    const section = sections.get(textField(value, 'section_id') ?? '');
    const category = section && textField(section, 'name');
    const common = { ...(category ? { category } : {}), ...(hasPlaces ? { order: i + 1 } : {}) };
    const own = articleOf(path, value, value, common, reader);
    const others = all.translations
      .filter((one) => textField(one.value, 'source_id') === textField(value, 'id') && isOfArticle(one.value))
      .map((one) => articleOf(one.path, one.value, value, common, reader))
      .filter((other) => other?.source.locale !== own?.source.locale);
    return [own, ...others].filter((one): one is ExportArticle => one !== null);
  });
}

const isOfArticle = (translation: JsonObject): boolean =>
  (textField(translation, 'source_type') ?? 'Article') === 'Article';

function compareKeys(a: readonly number[], b: readonly number[]): number {
  return a.map((key, i) => key - b[i]!).find((difference) => difference !== 0) ?? 0;
}

function isPublic(path: string, article: JsonObject, reader: SourceReader): boolean {
  const segment = fieldOf(article, 'user_segment_id') ?? objectsOf([fieldOf(article, 'user_segment')])[0];
  const segments = fieldOf(article, 'user_segment_ids');
  if ((segment === undefined || segment === null) && !(Array.isArray(segments) && segments.length)) return true;
  reader.report(
    path,
    1,
    `article ${textField(article, 'id')}: is left out: only some customers may read it (user segment)`,
  );
  return false;
}

function articleOf(
  path: string,
  text: JsonObject,
  article: JsonObject,
  common: { category?: string; order?: number },
  reader: SourceReader,
): ExportArticle | null {
  const id = textField(article, 'id')!;
  const label = `article ${id}`;
  if (fieldOf(text, 'draft') === true || fieldOf(text, 'hidden') === true) return null;
  const html = fieldOf(text, 'body');
  const title = textField(text, 'title');
  if (!title || typeof html !== 'string' || html.trim() === '') {
    reader.report(path, 1, `${label}: is left out: it has no ${title ? 'text' : 'title'}`);
    return null;
  }
  const keywords = textsField(article, 'label_names');
  const url = safeHref(fieldOf(text, 'html_url'));
  const updatedAt = instantOf(fieldOf(text, 'edited_at')) ?? instantOf(fieldOf(text, 'updated_at'));
  const locale = chooseSourceLocale(
    textField(text, 'locale') ?? textField(text, 'source_locale'),
    undefined,
    reader.options.locale ?? 'en',
  );
  const source = {
    id,
    locale,
    title,
    ...(keywords.length ? { keywords } : {}),
    ...common,
    ...(url === null ? {} : { url }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
  return { path, label, html, source };
}
