import { join } from 'node:path';
import { createFileFinder } from '../find-image.js';
import type { TimedText } from './merge-cues.js';
import { readCaptions, type CaptionsReading } from './read-captions.js';
import type { VideoReport } from './pack-videos.js';

/** Reads files of captions and chapters, each once. */
export interface TimedReader {
  /** The texts of the file that an article names, else of the one beside the video; none where there is neither, or it cannot be used. */
  read(
    named: string | undefined,
    beside: string | undefined,
    article: string,
    report: VideoReport & { kind: 'captions' | 'chapters' },
  ): Promise<readonly TimedText[]>;
}

const ENDINGS: ReadonlySet<string> = new Set(['.vtt', '.srt']);

/** `paths` are the files of `folder`: nothing else is ever read. */
export function createTimedReader(folder: string, paths: ReadonlySet<string>): TimedReader {
  const finder = createFileFinder(paths, ENDINGS, 'it is no .vtt or .srt file');
  const known = new Map<string, CaptionsReading>();
  return {
    async read(named, beside, article, { kind, inArticle, inFile }) {
      const found =
        named === undefined ? undefined : (finder.find(article, named) ?? { problem: 'there is no such file' });
      if (found && 'problem' in found) inArticle(named!, `missing ${kind} ${named}: ${found.problem}`);
      const path = found && 'path' in found ? found.path : beside;
      if (path === undefined) return [];
      const before = known.get(path);
      if (before) return before.cues;
      const reading = await readCaptions(join(folder, path));
      known.set(path, reading);
      for (const { line, message } of reading.problems) inFile(path, line, `${kind}: ${message}`);
      return reading.cues;
    },
  };
}
