import type { SearchableArticle } from '@helpkiosk/search';

const MAX_RELATED = 3;
/** A keyword of more articles than this tells nothing apart, and would make the work quadratic. */
const MAX_SHARING = 200;

/**
 * For each article the ids of up to three others of its category: those that share the most keywords with it, and where
 * that is equal, those that come first in `articles`. Keywords of more than 200 articles of a category do not count.
 */
export function relatedOf(articles: readonly SearchableArticle[]): Map<string, string[]> {
  const categories = new Map<string, SearchableArticle[]>();
  for (const article of articles) {
    if (!article.category) continue;
    const members = categories.get(article.category);
    if (members) members.push(article);
    else categories.set(article.category, [article]);
  }
  const related = new Map<string, string[]>();
  for (const members of categories.values()) {
    const places = placesOfKeywords(members);
    members.forEach((article, place) => related.set(article.id, nearest(members, place, places)));
  }
  return related;
}

type Places = ReadonlyMap<string, readonly number[]>;

function placesOfKeywords(members: readonly SearchableArticle[]): Places {
  const places = new Map<string, number[]>();
  members.forEach((article, place) => {
    for (const keyword of keywordsOf(article)) {
      const found = places.get(keyword);
      if (found) found.push(place);
      else places.set(keyword, [place]);
    }
  });
  return places;
}

function nearest(members: readonly SearchableArticle[], place: number, places: Places): string[] {
  const shared = new Map<number, number>();
  for (const keyword of keywordsOf(members[place]!)) {
    const sharing = places.get(keyword)!;
    if (sharing.length > MAX_SHARING) continue;
    for (const other of sharing) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  // The first few of the category fill up what shared keywords leave open.
  for (let other = 0; other < Math.min(members.length, MAX_RELATED + 1); other++) {
    if (!shared.has(other)) shared.set(other, 0);
  }
  shared.delete(place);
  const sorted = [...shared].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return sorted.slice(0, MAX_RELATED).map(([other]) => members[other]!.id);
}

const keywordsOf = ({ keywords = [] }: SearchableArticle): Set<string> =>
  new Set(keywords.map((keyword) => keyword.trim().toLowerCase()));
