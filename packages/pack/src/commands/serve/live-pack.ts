import type { Problem } from '@helpkiosk/core';
import type { CompiledPack } from '../compile-pack.js';

/** What a rebuild changed: the problems that are new, and those that are gone. */
export interface Rebuilt {
  pack: CompiledPack;
  appeared: readonly Problem[];
  gone: readonly Problem[];
}

/** `compile` makes the pack; `onRebuilt` hears of each that was made, `onFailed` of each that could not be: the one before stays. */
export interface LivePackOptions {
  compile(): Promise<CompiledPack>;
  onRebuilt(rebuilt: Rebuilt): void;
  onFailed(error: unknown): void;
}

/** A pack that is made again on demand, never twice at a time. `renew` resolves when no wish is left; `current` is empty at first. */
export interface LivePack {
  current(): CompiledPack;
  renew(): Promise<void>;
}

const EMPTY: CompiledPack = { articles: [], files: new Map(), locales: {}, problems: [], leftOut: [], votes: null };

/** A live pack; nothing is made until the first `renew`. */
export function createLivePack({ compile, onRebuilt, onFailed }: LivePackOptions): LivePack {
  let current = EMPTY;
  let isWanted = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      try {
        const pack = await compile();
        const { problems: before } = current;
        current = pack;
        onRebuilt({ pack, appeared: without(pack.problems, before), gone: without(before, pack.problems) });
      } catch (error) {
        onFailed(error);
      }
    }
    running = null;
  };
  return {
    current: () => current,
    renew() {
      isWanted = true;
      return (running ??= run());
    },
  };
}

const lineOf = ({ path, message }: Problem): string => `${path} ${message}`;

function without(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const known = new Set(others.map(lineOf));
  return problems.filter((problem) => !known.has(lineOf(problem)));
}
