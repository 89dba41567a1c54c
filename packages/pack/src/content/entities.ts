// The named references of HTML 4, and those of HTML 5 that stand for marks which Markdown gives a meaning.
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';
const GREEK_CAPITALS =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi ' +
  'Psi Omega';
const GREEK_SMALL =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon ' +
  'phi chi psi omega';
const MARKS =
  'quot=" amp=& apos=\' lt=< gt=> QUOT=" AMP=& LT=< GT=> COPY=© REG=® excl=! num=# dollar=$ percnt=% lpar=( rpar=) ast=* ' +
  'plus=+ comma=, period=. sol=/ colon=: semi=; equals== quest=? commat=@ lbrack=[ lsqb=[ bsol=\\ rbrack=] rsqb=] ' +
  'Hat=^ lowbar=_ grave=` lbrace={ lcub={ vert=| verbar=| rbrace=} rcub=} OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ ' +
  'fnof=ƒ circ=ˆ tilde=˜ ndash=– mdash=— horbar=― lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ ' +
  'bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ numero=№ trade=™ image=ℑ weierp=℘ ' +
  'real=ℜ alefsym=ℵ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ crarr=↵ lArr=⇐ uArr=⇑ rArr=⇒ dArr=⇓ hArr=⇔ forall=∀ part=∂ ' +
  'exist=∃ empty=∅ nabla=∇ isin=∈ notin=∉ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨ ' +
  'cap=∩ cup=∪ int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ ' +
  'otimes=⊗ perp=⊥ sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ lang=⟨ rang=⟩ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ ' +
  'check=✓ cross=✗ star=☆ starf=★ phone=☎ thetasym=ϑ upsih=ϒ piv=ϖ';
const INVISIBLE: Readonly<Record<string, number>> = {
  Tab: 0x09,
  NewLine: 0x0a,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
};
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,15}));/g;
const NAMED: ReadonlyMap<string, string> = createTable();

/**
 * The text with its character references replaced once, as in HTML: `&amp;lt;` gives `&lt;`. Known are all numeric
 * references and the names above, always with their semicolon; any other is left as it was written. Zero, surrogates
 * and numbers past Unicode give U+FFFD.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? written;
    return characterOf(decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10));
  });
}

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\u{fffd}';
}

function createTable(): Map<string, string> {
  const table = new Map<string, string>();
  const addRun = (names: string, first: number): void =>
    names.split(' ').forEach((name, i) => name !== '-' && table.set(name, String.fromCodePoint(first + i)));
  addRun(LATIN_1, 0xa0);
  addRun(GREEK_CAPITALS, 0x391);
  addRun(GREEK_SMALL, 0x3b1);
  for (const entry of MARKS.split(' '))
    table.set(entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1));
  for (const [name, code] of Object.entries(INVISIBLE)) table.set(name, String.fromCodePoint(code));
  return table;
}
