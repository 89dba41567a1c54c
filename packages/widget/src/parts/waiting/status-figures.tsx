import { h, type VNode } from 'preact';

export interface StatusFiguresProps {
  figures: readonly { name: string; value: string }[];
  /** What is to be known of them, such as that they are old; empty: nothing. */
  note: string;
  /** How true the announced waits have been; empty: not known. */
  accuracy: string;
}

/** The figures of the service side by side; nothing at all where none is known. */
export function StatusFigures({ figures, note, accuracy }: StatusFiguresProps): VNode | null {
  if (!figures.length && !accuracy) return null;
  return (
    <div class="figures">
      {figures.length > 0 && (
        <dl>
          {figures.map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {figures.length > 0 && note && <p class="soft">{note}</p>}
      {accuracy && <small>{accuracy}</small>}
    </div>
  );
}
