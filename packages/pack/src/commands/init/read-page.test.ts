import { describe, expect, it } from 'vitest';
import { readPage, siteNameOf } from './read-page.js';

describe('readPage', () => {
  it('reads language, title, name, accent and tag', () => {
    const html = `<!doctype html><html lang="zh-CN"><head><title> Orders </title>
      <meta name="theme-color" content="#000000" media="(prefers-color-scheme: dark)">
      <meta name="theme-color" content="#0A7D55"><meta property="og:site_name" content="Corner Shop"></head>
      <body><script async src="../helpkiosk/0.1.0/helpkiosk.js?x"></script></body></html>`;
    expect(readPage(html)).toEqual({
      locale: 'zh-Hans',
      title: 'Orders',
      accent: '#0a7d55',
      siteName: 'Corner Shop',
      tagSource: '../helpkiosk/0.1.0/helpkiosk.js?x',
    });
  });

  it.each([
    [''],
    ['<p>text'],
    ['<html lang="?!"><title></title>'],
    ['<meta name=theme-color content="rebeccapurple">'],
  ])('leaves out what %j does not say', (html) => expect(readPage(html)).toEqual({}));

  it('is not taken in by the name of another script', () => {
    expect(readPage('<script src="/not-helpkiosk.js"></script>')).toEqual({});
  });
});

describe('siteNameOf', () => {
  it.each([
    [['Home - Corner Shop'], 'Corner Shop'],
    [['Corner Shop | Home'], 'Corner Shop'],
    [['Corner Shop – Tea and more', 'Teas – Corner Shop', 'Cups – Corner Shop'], 'Corner Shop'],
    [['首页_街角小店', '茶_街角小店'], '街角小店'],
    [['Welcome'], null],
    [[], null],
  ])('of pages titled %j is %s', (titles, name) => {
    expect(siteNameOf(titles.map((title) => ({ title })))).toBe(name);
  });

  it('is what the pages call it, if they do', () => {
    expect(siteNameOf([{ title: 'A - B' }, { title: 'C', siteName: 'The Shop' }])).toBe('The Shop');
  });
});
