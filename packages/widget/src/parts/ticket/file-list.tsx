import type { TicketFile } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { CLOSE, Icon } from '../icon.js';
import { ARTICLE } from '../more-icons.js';

const CLIP = 'M13.5 6.5l-6 6a1.6 1.6 0 0 0 2.3 2.3l6.2-6.2a3.2 3.2 0 0 0-4.6-4.6L5.2 10.2a4.8 4.8 0 0 0 6.8 6.8l5-5';

export interface FileListProps {
  files: readonly TicketFile[];
  /** The id of the control that adds files. */
  id: string;
  /** Ids of what describes it. */
  describedBy?: string | undefined;
  accept: string;
  words: {
    add: string;
    /** "Remove photo.jpg". */
    remove(name: string): string;
    size(bytes: number): string;
  };
  /** Left out where no more may be added. */
  onAdd?: ((files: readonly File[]) => void) | undefined;
  onRemove?: ((file: TicketFile) => void) | undefined;
}

/** Files that go along, each with a small picture, its name and size, and the button that adds some. */
export function FileList({ files, id, describedBy, accept, words, onAdd, onRemove }: FileListProps): VNode {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <Thumbnail file={file} />
          <span>
            <bdi>{file.name}</bdi> <small>{words.size(file.data.size)}</small>
          </span>
          {onRemove && (
            <button
              type="button"
              class="icon-button"
              aria-label={words.remove(file.name)}
              onClick={() => onRemove(file)}
            >
              <Icon path={CLOSE} />
            </button>
          )}
        </li>
      ))}
      {onAdd && (
        <li class="add">
          {/* Without `capture`: phones then offer camera and pictures both. */}
          <input
            type="file"
            id={id}
            class="unseen"
            multiple
            accept={accept}
            aria-label={words.add}
            aria-describedby={describedBy}
            onChange={({ currentTarget }) => {
              onAdd([...(currentTarget.files ?? [])]);
              currentTarget.value = ''; // the same file may be chosen again
            }}
          />
          <label for={id} aria-hidden="true">
            <Icon path={CLIP} />
            {words.add}
          </label>
        </li>
      )}
    </ul>
  );
}

/** Drawn on a canvas: a picture by an address of its own would need a word in the page's policy. */
function Thumbnail({ file: { type, data } }: { file: TicketFile }): VNode {
  if (!type.startsWith('image/') || typeof createImageBitmap !== 'function') return <Icon path={ARTICLE} />;
  return <canvas class="thumb" width={64} height={64} ref={(canvas) => void (canvas && drawInto(canvas, data))} />;
}

function drawInto(canvas: HTMLCanvasElement, data: Blob): void {
  if (canvas.classList.contains('drawn')) return;
  canvas.classList.add('drawn');
  createImageBitmap(data).then(
    (picture) => {
      const { width, height } = picture;
      const side = Math.min(width, height);
      const from = [(width - side) / 2, (height - side) / 2] as const;
      canvas.getContext('2d')?.drawImage(picture, ...from, side, side, 0, 0, canvas.width, canvas.height);
      picture.close();
    },
    () => {}, // a picture that this browser cannot show: the square stays grey
  );
}
