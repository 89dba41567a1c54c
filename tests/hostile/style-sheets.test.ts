import { describe } from 'vitest';
import { useZoo } from './zoo/zoo.js';

describe('a page with a hostile style sheet', () => {
  useZoo().tour([
    {
      name: 'reverts everything',
      head: '<style>*, *::before, *::after { all: revert !important }</style>',
    },
    {
      name: 'unsets everything and makes it a red block',
      head: `<style>* { all: unset !important; display: block !important; position: static !important; color: red !important;
        font: 40px/1 serif !important; transform: rotate(2deg) !important; visibility: visible !important }</style>`,
    },
    {
      name: 'hides everything that a widget is made of',
      head: '<style>div, button, dialog, input, p, span, svg, section, ul, li { display: none !important }</style>',
    },
    {
      name: 'is transformed, filtered and cut off',
      head: `<style>html { font-size: 7px; letter-spacing: 4px; text-transform: uppercase; cursor: wait }
        body { transform: scale(0.6) rotate(3deg); filter: blur(1px); overflow: hidden; height: 200px; contain: paint;
          opacity: 0.5; perspective: 100px; will-change: transform; user-select: none; pointer-events: none }</style>`,
    },
    {
      name: 'is covered by an element with the highest z-index',
      head: '<style>#cover { position: fixed; inset: 0; z-index: 2147483647; background: #0008 }</style>',
      body: '<div id="cover"></div>',
    },
  ]);
});
