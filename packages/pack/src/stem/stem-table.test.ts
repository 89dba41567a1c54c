import { analyse, createStemmer } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { stemTable } from './stem-table.js';
import { TABLES } from './tables.js';

/** The terms of words in a locale, with its table. */
function termsOf(words: string, locale: string): string[] {
  const table = stemTable(locale);
  if (!table) throw new Error(`no table for ${locale}`);
  return analyse(words, locale, { stem: createStemmer(table) }).map(({ term }) => term);
}

describe('stemTable', () => {
  it.each([
    ['en', 'invoice invoices'],
    ['en', 'connect connected connecting connection connections'],
    ['de', 'Rechnung Rechnungen'],
    ['de', 'Einstellung Einstellungen'],
    ['es', 'factura facturas'],
    ['fr', 'facture factures'],
    ['it', 'fattura fatture'],
    ['pt', 'fatura faturas'],
    ['nl', 'rekening rekeningen'],
    ['sv', 'räkning räkningar räkningen'],
    ['da', 'regning regninger'],
    ['nb', 'regning regninger'],
    ['fi', 'lasku laskun laskut'],
    ['hu', 'számla számlák'],
    ['ro', 'fișier fișiere fișierul'],
    ['ru', 'счётом счетами'],
    ['ru', 'договор договора договором договоры'],
    ['uk', 'рахунку рахунком'],
    ['bg', 'сметка сметката'],
    ['tr', 'ayar ayarlar ayarları'],
    ['el', 'λογαριασμός λογαριασμού'],
    ['lt', 'sąskaita sąskaitos'],
    ['ar', 'الكتاب والكتاب كتاب'],
    ['hi', 'लड़का लड़के'],
  ])('in %s, gives %s one term', (locale, words) => {
    expect(new Set(termsOf(words, locale)).size).toBe(1);
  });

  it.each([
    ['en', 'station state'],
    ['de', 'Haus Hase'],
    ['es', 'casa cosa'],
    ['ru', 'мир мера'],
  ])('in %s, keeps %s apart', (locale, words) => {
    expect(new Set(termsOf(words, locale)).size).toBe(2);
  });

  it('knows a language by its locale', () => {
    expect(stemTable('pt-BR')).toBe(TABLES['pt']);
    expect(stemTable('nn')).toBe(TABLES['no']);
  });

  it.each(['zh-Hans', 'ja', 'vi', 'constructor', ''])('has none for %s', (locale) => {
    expect(stemTable(locale)).toBeNull();
  });

  it.each(Object.entries(TABLES))('holds rules of %s that a stemmer reads whole, in at most 4 kB', (_, { rules }) => {
    expect(rules).toMatch(/^(\p{L}[\p{L}\p{M}]*|\p{M}[\p{L}\p{M}]*)\d[\p{L}\p{M}]*( [\p{L}\p{M}]+\d[\p{L}\p{M}]*)*$/u);
    expect(new TextEncoder().encode(rules).length).toBeLessThan(4000);
  });

  it('takes beginnings away in Arabic alone: marking relies on every other stem to begin as its word does', () => {
    const fronts = Object.values(TABLES).flatMap(({ front }) => front?.split('|') ?? []);
    expect(fronts.length).toBeGreaterThan(0);
    for (const letters of fronts) expect(letters).toMatch(/^[\u0600-\u06ff]+$/);
    for (const { least } of Object.values(TABLES)) expect(least).toBeGreaterThan(0);
  });
});
