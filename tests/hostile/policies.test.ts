import { describe } from 'vitest';
import type { ZooPage } from './zoo/zoo-page.js';
import { useZoo } from './zoo/zoo.js';

const SHUT = "default-src 'none'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const STRICT = `${SHUT}; script-src 'nonce-NONCE' 'strict-dynamic'`;
const STRICTEST = `${STRICT}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
const styled = '<style nonce="NONCE">h1 { color: teal }</style>';
const refused = {
  reports: ['worker-src'],
  consoleErrors: /violates the following Content Security Policy/,
  workers: 0,
};
const workerOff = { tags: [{ 'data-worker': 'off' }], workers: 0 };

const zoo = useZoo();

describe('a page with a nonce', () => {
  const nonce = { nonce: true, workers: 0 };
  zoo.tour([
    { name: "has 'strict-dynamic'", policy: `${STRICT}; style-src 'nonce-NONCE'`, head: styled, ...nonce },
    { name: 'refuses every style and every Trusted Types policy', policy: STRICTEST, ...nonce },
    { name: 'refuses every style and policy, with files of another origin', policy: STRICTEST, cdn: true, ...nonce },
    {
      name: 'asks for a worker of its own site by hand',
      policy: `${STRICT}; worker-src 'self'`,
      nonce: true,
      tags: [{ 'data-worker': 'on' }],
      workers: 1,
    },
    {
      name: 'asks for a worker of another origin by hand',
      policy: `${STRICT}; worker-src blob:`,
      nonce: true,
      cdn: true,
      tags: [{ 'data-worker': 'on' }],
      workers: 1,
    },
  ]);
});

describe('a page that lists its sources', () => {
  const own = `${SHUT}; script-src 'self'`;
  zoo.tour([
    { name: "has worker-src 'self'", policy: `${own}; worker-src 'self'`, workers: 1 },
    { name: "has no worker-src, but script-src 'self'", policy: own, workers: 1 },
    { name: "has worker-src 'none'", policy: `${own}; worker-src 'none'`, ...refused },
    { name: "has worker-src 'none' and says worker off", policy: `${own}; worker-src 'none'`, ...workerOff },
  ]);
});

describe('a page with the files of another origin', () => {
  const policy = `${SHUT}; script-src CDN`;
  const pages = [
    { name: "worker-src 'self'", policy: `${policy}; worker-src 'self'` },
    { name: "worker-src 'none'", policy: `${policy}; worker-src 'none'` },
    { name: 'no worker-src', policy },
  ].flatMap((page): ZooPage[] => [
    { ...page, cdn: true, ...refused, name: `${page.name}: is told of once, and searched inline` },
    { ...page, cdn: true, ...workerOff, name: `${page.name} and worker off: is told of nothing` },
  ]);
  zoo.tour([
    { name: 'no policy: has a worker', cdn: true, workers: 1 },
    { name: 'worker-src blob: has a worker', cdn: true, policy: `${policy}; worker-src blob:`, workers: 1 },
    ...pages,
  ]);
});
