import type { PackImages } from './pack-images.js';
import type { PackVideos } from './video/pack-videos.js';

/**
 * `locale` is that of articles whose source names none; without it the text tells (in exports `en`); `imageOrigins` are passed to the compilers; `onFile` is told
 * after each file how many of how many are done.
 */
export interface ReadSourcesOptions {
  locale?: string;
  imageOrigins?: readonly string[];
  onFile?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** What every reader of one kind of file works with. */
export interface SourceReader {
  readonly folder: string;
  /** All files of the folder; of a single file that file alone. */
  readonly paths: ReadonlySet<string>;
  readonly images: PackImages;
  readonly videos: PackVideos;
  readonly options: ReadSourcesOptions;
  report(path: string, line: number, message: string): void;
  /** One file more is done. */
  tick(): void;
}
