import { h, type VNode } from 'preact';

export interface WeekHoursProps {
  title: string;
  note: string;
  /** Said of a day without hours. */
  closed: string;
  rows: readonly { day: string; today: boolean; spans: readonly string[] }[];
}

/** The opening hours of a week, a row for each day. */
export function WeekHours({ title, note, closed, rows }: WeekHoursProps): VNode {
  return (
    <table class="week">
      <caption>
        <b>{title}</b> <small>{note}</small>
      </caption>
      <tbody>
        {rows.map(({ day, today, spans }) => (
          <tr class={today ? 'today' : undefined} aria-current={today ? 'date' : undefined}>
            <th scope="row">{day}</th>
            <td>
              {spans.length ? (
                spans.map((span) => (
                  <span>
                    <bdi>{span}</bdi>
                  </span>
                ))
              ) : (
                <span class="soft">{closed}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
