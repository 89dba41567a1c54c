import type { VideoSource } from '../contracts.js';

/** What is said in a stretch of a video, from `atMs` on; `chapter` is the title of the chapter that it stands in. */
export interface CueGroup {
  atMs: number;
  text: string;
  chapter?: string;
}

/** How long a group may be, from the beginning of its first cue to that of its last, and how many characters it may have. */
const MAX_GROUP_MS = 30_000;
const MAX_GROUP_CHARACTERS = 300;

interface Cue {
  atMs: number;
  text: string;
}

const ENDS_SENTENCE = /[.!?。！？…؟।][\p{Pe}\p{Pf}"']*$/u;
const ENDS_UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef]$/u;
const STARTS_UNSPACED = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The captions of a video as stretches that can be found: cues joined up to 30 s or 300 characters, cut where a chapter begins, and at the end of a sentence where
 * one lies in the second half of what would fit. A single longer cue is a group of its own. A chapter in which nothing is said is a group with an empty
 * text, so that its title is found too. In the order of time, whatever the order of the input; an instant that is negative counts as 0; a cue or chapter whose
 * instant is no finite number, or that has no words, is left out. Pure, and never throws.
 */
export function cueGroups(video: VideoSource): CueGroup[] {
  const chapters = inOrder(video.chapters, 'title');
  const cues = inOrder(video.captions, 'text');
  const groups = [...chapters.entries()].flatMap(([i, chapter]) => {
    const own = cues.filter(({ atMs }) => atMs >= chapter.atMs && atMs < (chapters[i + 1]?.atMs ?? Infinity));
    const cut = own.length ? cutIntoGroups(own) : [{ atMs: chapter.atMs, text: '' }];
    return cut.map((group): CueGroup => ({ ...group, chapter: chapter.text }));
  });
  const before = cues.filter(({ atMs }) => atMs < (chapters[0]?.atMs ?? Infinity));
  return [...cutIntoGroups(before), ...groups];
}

function inOrder(list: unknown, name: 'text' | 'title'): Cue[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[])
    .flatMap((entry): Cue[] => {
      const { atMs, [name]: words } = (entry ?? {}) as Readonly<Record<string, unknown>>;
      const text = typeof words === 'string' ? words.trim() : '';
      return Number.isFinite(atMs) && text ? [{ atMs: Math.max(0, atMs as number), text }] : [];
    })
    .sort((a, b) => a.atMs - b.atMs);
}

function cutIntoGroups(cues: readonly Cue[]): Cue[] {
  const groups: Cue[] = [];
  let open: Cue[] = [];
  const close = (count: number): void => {
    const [first] = open;
    if (first) groups.push({ atMs: first.atMs, text: joined(open.slice(0, count)) });
    open = open.slice(count);
  };
  for (const cue of cues) {
    while (open.length && !fits([...open, cue])) close(bestCut(open));
    open.push(cue);
  }
  close(open.length);
  return groups;
}

function fits(cues: readonly Cue[]): boolean {
  return cues.at(-1)!.atMs - cues[0]!.atMs <= MAX_GROUP_MS && lengthOf(cues) <= MAX_GROUP_CHARACTERS;
}

/** How many cues make the group: up to the last sentence that ends in its second half, else all. */
function bestCut(open: readonly Cue[]): number {
  const half = lengthOf(open) / 2;
  for (let count = open.length; count > 1; count--) {
    if (lengthOf(open.slice(0, count)) < half) break;
    if (ENDS_SENTENCE.test(open[count - 1]!.text)) return count;
  }
  return open.length;
}

const lengthOf = (cues: readonly Cue[]): number => cues.reduce((sum, { text }) => sum + text.length + 1, -1);

function joined(cues: readonly Cue[]): string {
  return cues.reduce((text, cue) => {
    if (text === '') return cue.text;
    return text + (ENDS_UNSPACED.test(text) && STARTS_UNSPACED.test(cue.text) ? '' : ' ') + cue.text;
  }, '');
}
