import { currentView } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Field, valueOf } from '../parts/ticket/field.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/rating.css';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

interface Entry {
  score: number;
  solved: boolean | null;
  text: string;
  /** Sending was asked for without a score. */
  isMissing: boolean;
  failed: boolean;
}

const NOTHING: Entry = { score: 0, solved: null, text: '', isMissing: false, failed: false };
const SCORES = [1, 2, 3, 4, 5] as const;

/** How it was, after a ticket was solved: a score, whether it is solved, and words. */
const ratingView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session, frame } = tools;
    let ticketId = '';
    let entry = NOTHING;
    const set = (change: Partial<Entry>): void => {
      entry = { ...entry, ...change };
      tools.redraw();
    };
    const send = async ({ desk }: DeskTools): Promise<void> => {
      const { score, solved, text } = entry;
      if (!score) {
        set({ isMissing: true });
        frame.querySelector<HTMLElement>('.scores input')?.focus();
        return;
      }
      await desk
        .rate(ticketId, { score, text, ...(solved === null ? {} : { solved }) })
        .catch(() => set({ failed: true }));
    };
    const view = openDeskView(tools, ['rating']);
    return {
      draws: {
        rating: view.draw((desk, { view: now }) => {
          if (now.name !== 'rating') return null;
          if (now.ticketId !== ticketId) [ticketId, entry] = [now.ticketId, NOTHING];
          const { t } = desk.words;
          if (desk.desk.rated.get()[ticketId] === undefined) return drawForm(entry, desk, set, () => void send(desk));
          const isWaiting = desk.desk.items.get().some(({ kind }) => kind === 'rating');
          return (
            <div class="form">
              <div class="note" role="status">
                <div>
                  <strong>{t('rating.thanks')}</strong>
                  {isWaiting && <p>{t('rating.waiting')}</p>}
                </div>
              </div>
              <button type="button" class="choice" onClick={() => session.help.back()}>
                {t('panel.back')}
              </button>
            </div>
          );
        }),
      },
      get title() {
        return session.t(
          currentView(session.help.stores.navigation.get()).name === 'rating' ? 'rating.title' : 'panel.label',
        );
      },
      stop: view.stop,
    };
  },
};
export default ratingView;

function drawForm(
  entry: Entry,
  { words: { t } }: DeskTools,
  set: (change: Partial<Entry>) => void,
  send: () => void,
): VNode {
  const { score, solved, text, isMissing, failed } = entry;
  return (
    <div class="form">
      <fieldset class="ask scores" aria-describedby={isMissing ? 'hk-score-problem' : undefined}>
        <legend>
          <b>{t('rating.score')}</b>
        </legend>
        <div>
          {SCORES.map((value) => (
            <label>
              <input
                type="radio"
                name="hk-score"
                checked={score === value}
                aria-invalid={isMissing || undefined}
                onChange={() => set({ score: value, isMissing: false })}
              />
              <b aria-hidden="true">{value}</b>
              <span class="unseen">{t(`rating.score.${value}`)}</span>
            </label>
          ))}
        </div>
        <small aria-hidden="true">
          <span>{t('rating.score.1')}</span> <span>{t('rating.score.5')}</span>
        </small>
        {isMissing && (
          <p class="wrong" id="hk-score-problem" role="alert">
            {t('rating.missing')}
          </p>
        )}
      </fieldset>
      <fieldset class="ask">
        <legend>
          <b>{t('rating.solved')}</b>
        </legend>
        <div class="choices">
          {([true, false] as const).map((value) => (
            <label class="tick">
              <input type="radio" name="hk-solved" checked={solved === value} onChange={() => set({ solved: value })} />
              {t(value ? 'rating.solved.yes' : 'rating.solved.no')}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        id="hk-rating"
        label={t('rating.text')}
        optional={t('ticket.optional')}
        control={(aria) => (
          <textarea {...aria} rows={3} value={text} onInput={(event) => set({ text: valueOf(event) })} />
        )}
      />
      {failed && (
        <p class="wrong" role="alert">
          {t('ticket.unkept')}
        </p>
      )}
      <div class="finish">
        <button type="button" class="primary" onClick={send}>
          {t('ticket.send')}
        </button>
      </div>
    </div>
  );
}
