import { phoneProblem, type OutboxItem } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import { Field, valueOf, Wrong, Wrongs } from '../parts/ticket/field.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/callback.css';
import { PHONE } from '../parts/contact-icons.js';
import { ALERT } from '../parts/more-icons.js';
import { DEVICE } from '../parts/ticket/ticket-icons.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

interface Entry {
  /** null: nothing was written yet, so that a number known from before stands there. */
  phone: string | null;
  slotAt: number | null;
  text: string;
  remember: boolean;
  isChecked: boolean;
  failed: boolean;
  /** Of what was put into the outbox. */
  key: string | null;
}

const NOTHING: Entry = {
  phone: null,
  slotAt: null,
  text: '',
  remember: false,
  isChecked: false,
  failed: false,
  key: null,
};

/** A call back at a time that the host offers, in the reader's zone. */
const callbackView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session, frame } = tools;
    let entry = NOTHING;
    const set = (change: Partial<Entry>): void => {
      entry = { ...entry, ...change };
      tools.redraw();
    };
    const send = async ({ desk }: DeskTools): Promise<void> => {
      const phone = entry.phone ?? desk.contact.get().phone;
      const { slotAt, text, remember } = entry;
      set({ isChecked: true, failed: false });
      if (phoneProblem(phone) || slotAt === null) {
        queueMicrotask(() => queueMicrotask(() => frame.querySelector<HTMLElement>('[aria-invalid]')?.focus()));
        return;
      }
      await desk.callBack({ phone, slotAt, text: text.trim() || session.t('call.text'), remember }).then(
        (key) => set({ key }),
        () => set({ failed: true }),
      );
    };
    const view = openDeskView(tools, ['callback']);
    return {
      draws: {
        callback: view.draw((desk) => {
          const items = desk.desk.items.get();
          const item = items.find(({ key }) => key === entry.key) ?? items.find(({ kind }) => kind === 'callback');
          const done = entry.key && desk.desk.outcomes.get().callbacks[entry.key];
          if (item) return drawItem(item, desk);
          if (done) return drawDone(done.at ?? entry.slotAt, desk, () => set(NOTHING));
          return drawForm(entry, desk, set, () => void send(desk));
        }),
      },
      get title() {
        return session.t('call.title');
      },
      stop: view.stop,
    };
  },
};
export default callbackView;

function drawForm(entry: Entry, tools: DeskTools, set: (change: Partial<Entry>) => void, send: () => void): VNode {
  const { desk, words } = tools;
  const { t } = words;
  const now = tools.now();
  const slots = desk.offers.get().slots.filter(({ at }) => at > now);
  const phone = entry.phone ?? desk.contact.get().phone;
  const wrongPhone = entry.isChecked && phoneProblem(phone) ? t('ticket.problem.phone') : undefined;
  const wrongSlot = entry.isChecked && entry.slotAt === null ? t('call.slot.missing') : undefined;
  if (!slots.length) return <p class="pad soft">{t('call.none')}</p>;
  return (
    <div class="form">
      <Field
        id="hk-phone"
        label={t('call.phone')}
        help={t('call.phone.help')}
        problem={wrongPhone}
        control={(aria) => (
          <input
            {...aria}
            type="tel"
            dir="ltr"
            autocomplete="tel"
            value={phone}
            onInput={(event) => set({ phone: valueOf(event) })}
          />
        )}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={entry.remember}
          onChange={({ currentTarget }) => set({ remember: currentTarget.checked })}
        />
        {t('call.remember')}
      </label>
      <fieldset class="ask slots" aria-describedby={wrongSlot ? 'hk-slot-problem' : undefined}>
        <legend>
          <b>{t('call.slot')}</b>
        </legend>
        <div>
          {slots.map(({ at, durationMs }) => (
            <label class="card">
              <input
                type="radio"
                name="hk-slot"
                checked={entry.slotAt === at}
                aria-invalid={wrongSlot ? true : undefined}
                onChange={() => set({ slotAt: at })}
              />
              <span>{t('call.between', { from: words.when(at, now), to: words.clock(at + durationMs) })}</span>
            </label>
          ))}
        </div>
        <Wrong id="hk-slot" problem={wrongSlot} />
      </fieldset>
      <Field
        id="hk-call"
        label={t('call.about')}
        optional={t('ticket.optional')}
        control={(aria) => (
          <textarea {...aria} rows={2} value={entry.text} onInput={(event) => set({ text: valueOf(event) })} />
        )}
      />
      <Wrongs
        title={t('ticket.unkept')}
        problems={entry.failed ? [{ id: '', text: t('error.retry') }] : []}
        onGo={() => {}}
      />
      <div class="finish">
        <button type="button" class="primary" onClick={send}>
          {t('call.ask')}
        </button>
      </div>
    </div>
  );
}

/** On its way, or refused. */
function drawItem(item: OutboxItem, { desk, words, now }: DeskTools): VNode {
  const { t } = words;
  const fate = desk.fateOf(item);
  const { slotAt, phone } = Object(item.body) as { slotAt: number; phone: string };
  const isBad = fate.name === 'refused' || fate.name === 'dead';
  const isPast = slotAt < now();
  return (
    <div class="form">
      <div class={isBad ? 'note is-bad' : 'note'} role="status">
        <Icon path={isBad ? ALERT : DEVICE} />
        <div>
          <strong>{t(isBad ? 'call.refused' : fate.name === 'sending' ? 'ticket.sending' : 'ticket.saved')}</strong>
          <p>{t('call.at', { time: words.when(slotAt, now()), phone })}</p>
          {isPast && <p>{t('call.past')}</p>}
        </div>
      </div>
      {isBad && (
        <button type="button" class="primary" onClick={() => void desk.remove(item.key).catch(() => {})}>
          {t('call.again')}
        </button>
      )}
    </div>
  );
}

function drawDone(at: number | null, { words, session, now }: DeskTools, again: () => void): VNode {
  const { t } = words;
  return (
    <div class="form">
      <div class="note" role="status">
        <Icon path={PHONE} />
        <div>
          <strong>{t('call.done')}</strong>
          {at !== null && <p>{t('call.done.at', { time: words.when(at, now()) })}</p>}
        </div>
      </div>
      <div class="choices">
        <button type="button" class="choice" onClick={again}>
          {t('call.again')}
        </button>
        <button type="button" class="choice" onClick={() => session.help.go({ name: 'home' })}>
          {t('wait.over.back')}
        </button>
      </div>
    </div>
  );
}
