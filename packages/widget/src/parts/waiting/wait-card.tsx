import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { ALERT, INFO } from '../more-icons.js';
import { PlaceDots, type PlaceDotsProps } from './place-dots.js';
import type { WaitFace } from './wait-words.js';

/** Words and measures of one moment in line; an empty text is left out. */
export interface WaitCardProps extends PlaceDotsProps {
  face: WaitFace;
  label: string;
  /** The range, large. */
  figure: string;
  unit: string;
  place: string;
  ahead: string;
  /** How old the figure is. */
  age: string;
  notes: readonly string[];
  accuracy: string;
  /** How much of the way lies behind, 0 to 1. */
  progress: number;
}

/** How long the wait is, where one stands, why that has changed, how old and how true the figure is. */
export function WaitCard(props: WaitCardProps): VNode {
  const { face, label, figure, unit, place, ahead, age, notes, accuracy, progress } = props;
  const [first, ...rest] = notes;
  return (
    <section class={`wait is-${face}`}>
      <p class="wait-top">
        <span>{label}</span>
        {age && <small>{age}</small>}
      </p>
      <p class="wait-figure">
        {figure && (
          <span class="figure">
            <b>
              <bdi>{figure}</bdi>
            </b>{' '}
            {unit}
          </span>
        )}
        <span class="place">
          <b>{place}</b>
          {ahead && <span> · {ahead}</span>}
        </span>
      </p>
      <PlaceDots {...props} />
      <Bar share={progress} />
      {first && (
        <div class="why">
          <Icon path={face === 'past' || face === 'stale' ? ALERT : INFO} />
          <div>
            <p>{first}</p>
            {rest.map((note) => (
              <p class="soft">{note}</p>
            ))}
          </div>
        </div>
      )}
      {accuracy && <small class="accuracy">{accuracy}</small>}
    </section>
  );
}

/** A thin line that fills; for the eye alone. */
export function Bar({ share }: { share: number }): VNode {
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(1000 * Math.min(Math.max(share, 0), 1)) / 10} height="4" />
    </svg>
  );
}
