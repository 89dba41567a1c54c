import hongKong from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import { readingsOf } from './readings-of.js';

/**
 * The simplified form of every traditional character that has another, by OpenCC's tables, and of the variants of Taiwan and Hong Kong
 * that sound like it (著 is written in simplified texts too, and is then no 着). Only where both are single UTF-16 units.
 */
export function simplifiedForms(): Map<string, string> {
  const forms = read(traditional);
  for (const [variant, standard] of [...read(taiwan), ...read(hongKong)]) {
    const form = forms.get(standard) ?? standard;
    if (!forms.has(variant) && form !== variant && readingsOf(variant)[0] === readingsOf(form)[0])
      forms.set(variant, form);
  }
  return forms;
}

function read(table: string): Map<string, string> {
  const pairs = table.split('|').map((entry) => entry.split(' ') as [string, string]);
  return new Map(
    pairs.filter(([char, form]) => char.length === 1 && form.length === 1).map(([char, form]) => [char, form]),
  );
}
