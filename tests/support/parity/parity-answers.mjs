// What of an answer is compared between engines: all of it, with scores at six digits.

/** @typedef {{locale: string, text: string}} ParityQuery */

/**
 * The answers of a search to queries, as texts that are the same for the same answers.
 *
 * @param {Pick<import('@helpkiosk/core').Search, 'query' | 'suggest'>} search
 * @param {readonly ParityQuery[]} queries
 * @returns {Promise<string[]>}
 */
export async function answersOf(search, queries) {
  const answers = [];
  for (const { locale, text } of queries) {
    const answer = await search.query(text, { locale, limit: 20 });
    const results = answer.results.map((result) => ({ ...result, score: result.score.toPrecision(6) }));
    answers.push(JSON.stringify({ ...answer, results, suggested: await search.suggest(text, { locale }) }));
  }
  return answers;
}
