import { conversationCases } from './conversation-cases.js';
import { createKit, type AdapterCase, type KitOptions } from './adapter-kit.js';
import { otherCases } from './other-cases.js';
import { statusCases } from './status-cases.js';
import { streamCases } from './stream-cases.js';
import { ticketCases } from './ticket-cases.js';

const CASES: readonly AdapterCase[] = [
  ...statusCases,
  ...ticketCases,
  ...conversationCases,
  ...streamCases,
  ...otherCases,
];

/**
 * Registers the conformance tests of an adapter with any test runner: those about the methods that it supports, and one that it has no others. Each test makes
 * an adapter of its own, says in its name what must hold, and waits for real answers only. They make tickets and conversations: point them at a desk for tests.
 */
export function testAdapter(options: KitOptions): void {
  for (const { name, needs, run } of CASES) {
    if (!needs.every((method) => options.supports.includes(method))) continue;
    options.it(name, async () => {
      const kit = await createKit(options);
      try {
        await run(kit);
      } finally {
        await options.close?.(kit.adapter);
      }
    });
  }
}
