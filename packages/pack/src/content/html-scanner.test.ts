import { describe, expect, it } from 'vitest';
import { scanHtml } from './html-scanner.js';

const written = (html: string): string =>
  scanHtml(html)
    .map((event) => (event.type === 'text' ? event.text : `{${event.type === 'close' ? '/' : ''}${event.name}}`))
    .join('');

describe('scanHtml', () => {
  it.each([
    ['a<B class="x>y">b</b >c', 'a{b}b{/b}c'],
    ['1 < 2 and 3 > 2 <3', '1 < 2 and 3 > 2 <3'],
    ['a<!-- <b> -->b<!DOCTYPE x>c<?php x ?>d<![CDATA[e]]>f', 'abcdf'],
    ['a<!-- never closed', 'a'],
    ['<script>if (a < b) x("</b>")</script>z', '{script}{/script}z'],
    ['<script>never closed', '{script}'],
    ['<b', '<b'],
    ['<br/>x<x-y>', '{br}x{x-y}'],
    ['', ''],
  ])('reads %j', (html, expected) => {
    expect(written(html)).toBe(expected);
  });

  it('notes the attributes that a tree can use, the first of each, references undecoded', () => {
    expect(scanHtml('<details open>')).toEqual([{ type: 'open', name: 'details', attributes: { open: '' } }]);
    expect(scanHtml('<details class=opening>')).toEqual([{ type: 'open', name: 'details', attributes: {} }]);
    expect(scanHtml('<A onclick="x()" HREF=\'a&amp;b\' href=c title="open">')).toEqual([
      { type: 'open', name: 'a', attributes: { href: 'a&amp;b', title: 'open' } },
    ]);
  });
});
