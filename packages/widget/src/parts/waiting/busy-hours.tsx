import { h, type VNode } from 'preact';

export interface BusyHour {
  /** When it begins: "15:00". */
  hour: string;
  /** Of capacity, 0 to 1. */
  load: number;
  open: boolean;
  mark: 'now' | 'best' | '';
  /** The load in words. */
  share: string;
}

export interface BusyHoursProps {
  bars: readonly BusyHour[];
  /** The best time to come, in words. */
  title: string;
  note: string;
  words: Record<'heading' | 'hour' | 'share' | 'now' | 'best', string>;
}

const HEIGHT = 72;
const CELL = 15;
/** Marks that stand nearer to each other would touch; then the one of now alone is written. */
const APART = 5;

/** How busy the hours of a day usually are: the best of them in words, bars for the eye, and a table for those who do not see them. */
export function BusyHours({ bars, title, note, words }: BusyHoursProps): VNode {
  const now = bars.findIndex(({ mark }) => mark === 'now');
  const best = bars.findIndex(({ mark }) => mark === 'best');
  const nearby = now >= 0 && best >= 0 && Math.abs(now - best) < APART;
  return (
    <section class="busy">
      <h3>{title}</h3>
      <small>{note}</small>
      <div class="chart" aria-hidden="true">
        <div class="cells marks">
          {bars.map(({ mark }) => (
            <span class={mark}>{mark && !(mark === 'best' && nearby) && <b>{words[mark]}</b>}</span>
          ))}
        </div>
        <svg class="bars" viewBox={`0 0 ${bars.length * CELL} ${HEIGHT}`}>
          {bars.map(drawBar)}
        </svg>
        <div class="cells">
          {bars.map(({ hour }, place) => (
            <span>{place % 6 === 0 && <b>{hour}</b>}</span>
          ))}
        </div>
      </div>
      {/* A table itself takes the room of its rows, whatever its height says. */}
      <div class="unseen">
        <table>
          <caption>{words.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ hour, share, mark }) => (
              <tr>
                <th scope="row">{hour}</th>
                <td>{mark ? `${share}, ${words[mark]}` : share}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** At least 4 high, so that an hour is there; the outline of the running one lies inside its bar. */
function drawBar({ load, open, mark }: BusyHour, place: number): VNode {
  const high = open ? Math.max(4, Math.round(load * (HEIGHT - 2))) : 4;
  const inset = mark === 'now' ? 0.75 : 0;
  return (
    <rect
      class={mark || (open ? '' : 'shut')}
      x={place * CELL + 2 + inset}
      y={HEIGHT - high + inset}
      width={CELL - 4 - 2 * inset}
      height={high - 2 * inset}
      rx={2}
    />
  );
}
