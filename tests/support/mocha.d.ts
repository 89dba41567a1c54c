// The globals of the browser runner's test framework; the other tests import theirs from vitest.
interface MochaContext {
  timeout(limitMs: number): void;
}
type MochaTest = (this: MochaContext) => void | Promise<void>;

declare function describe(name: string, define: () => void): void;
declare function it(name: string, test: MochaTest): void;
declare function before(run: MochaTest): void;
declare function after(run: MochaTest): void;
declare function beforeEach(run: MochaTest): void;
declare function afterEach(run: MochaTest): void;
