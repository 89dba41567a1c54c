import type { TicketState } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/receipt.css';
import { Facts } from '../parts/ticket/facts.js';
import { TICKET } from '../parts/contact-icons.js';
import { ALERT } from '../parts/more-icons.js';
import { DEVICE, DONE } from '../parts/ticket/ticket-icons.js';
import { createAnnouncer } from './announcer.js';
import type { LazyView } from './lazy-view.js';
import { createCopier, type Copier } from './ticket-copy.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

type Outcome = Exclude<TicketState, { name: 'draft' | 'confirming' }>;
/** The countdown of the receipt is drawn anew so often. */
const TICK_MS = 1000;

/** What has become of a ticket: saved, being sent, sent with its receipt, or not sent, with what can be done. */
const receiptView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { env, region, redraw, session } = tools;
    const announcer = createAnnouncer(env, region);
    const copier = createCopier(tools);
    const discard = createDiscard(redraw, (key) => {
      void view
        .get()
        ?.desk.remove(key)
        .catch(() => {}); // it stays, and can be given up again
      session.help.back();
    });
    let stopTick = (): void => {};
    const tick = (): void => {
      stopTick = env.setTimer(() => {
        if (view.get()?.desk.ticket.get().name === 'sent' && session.help.stores.navigation.get().open) redraw();
        tick();
      }, TICK_MS);
    };
    const view = openDeskView(tools, [], (desk) => {
      let last = '';
      const tell = (): void => {
        const now = desk.desk.ticket.get();
        if (now.name === 'draft' || now.name === 'confirming' || now.name === last) return;
        last = now.name;
        announcer.say(headOf(now, desk).title);
      };
      tell();
      return desk.desk.ticket.subscribe(tell);
    });
    tick();
    return {
      draws: {
        receipt: view.draw((desk) => {
          const now = desk.desk.ticket.get();
          if (now.name === 'draft' || now.name === 'confirming') return null;
          return now.name === 'sent' ? drawReceipt(now, desk, copier) : drawState(now, desk, { copier, discard });
        }),
      },
      stop() {
        stopTick();
        announcer.stop();
        copier.stop();
        view.stop();
      },
    };
  },
};
export default receiptView;

interface Beside {
  copier: Copier;
  discard: Discard;
}

/** A ticket is given up by a second press of the same button. */
interface Discard {
  isAsked(key: string): boolean;
  ask(key: string): void;
}

function createDiscard(redraw: () => void, remove: (key: string) => void): Discard {
  let asked = '';
  return {
    isAsked: (key) => asked === key,
    ask(key) {
      if (asked === key) remove(key);
      asked = asked === key ? '' : key;
      redraw();
    },
  };
}

interface Head {
  title: string;
  text: string;
}

/** The browser has lost its database, and the files with it: sending again would end the same way. */
const hasLostFiles = (state: Outcome): boolean =>
  state.name === 'dead' && state.why === 'internal' && state.draft.files.length > 0;

/** What has become of it, and what that means. */
function headOf(state: Outcome, { desk, session, words }: DeskTools): Head {
  const { t } = words;
  const isDurable = 'durable' in state ? state.durable : desk.isDurable();
  switch (state.name) {
    case 'saving':
      return { title: t('ticket.saving'), text: '' };
    case 'saved':
      return isDurable
        ? {
            title: t('ticket.saved'),
            text: t(session.help.stores.online.get() ? 'ticket.saved.soon' : 'ticket.saved.hint'),
          }
        : { title: t('ticket.saved.here'), text: t('ticket.saved.stay') };
    case 'sending':
      return { title: t('ticket.sending'), text: isDurable ? t('ticket.sending.hint') : t('ticket.saved.stay') };
    case 'sent':
      return { title: t('ticket.sent'), text: '' };
    case 'refused':
      return { title: t('ticket.refused'), text: state.problems.length ? '' : t('ticket.refused.hint') };
    case 'dead':
      return state.why === 'expired'
        ? { title: t('ticket.expired'), text: t('ticket.expired.hint') }
        : { title: t('ticket.dead'), text: t(hasLostFiles(state) ? 'ticket.dead.files' : 'ticket.dead.hint') };
  }
}

function drawState(state: Exclude<Outcome, { name: 'sent' }>, tools: DeskTools, { copier, discard }: Beside): VNode {
  const { desk, session, words, said } = tools;
  const { t } = words;
  const { title, text } = headOf(state, tools);
  const isBad = state.name === 'refused' || state.name === 'dead';
  const share = state.key ? (desk.outcomes.get().progress[state.key] ?? 0) : 0;
  const { rule } = tools.promises()(state.draft.priority, tools.now());
  return (
    <div class="form">
      <div class={isBad ? 'note is-bad' : 'note'}>
        <Icon path={isBad ? ALERT : state.name === 'sending' ? TICKET : DEVICE} />
        <div>
          <strong>{title}</strong>
          {text && <p>{text}</p>}
          {state.name === 'sending' && state.draft.files.length > 0 && (
            <progress aria-label={t('ticket.files.progress')} max={1} value={share} />
          )}
          {state.name === 'refused' && state.problems.length > 0 && (
            <ul>
              {state.problems.map((problem) => (
                <li>
                  <bdi>{said.wordProblem(problem, '', words)}</bdi>
                </li>
              ))}
            </ul>
          )}
          {!isBad && rule && <p>{t('ticket.saved.promise', { rule })}</p>}
        </div>
      </div>
      <Facts
        facts={[
          { name: t('ticket.fact.subject'), value: <bdi>{state.draft.subject}</bdi> },
          ...(state.draft.text ? [{ name: t('ticket.text'), value: <bdi>{state.draft.text}</bdi> }] : []),
          { name: t('ticket.fact.priority'), value: t(`ticket.priority.${state.draft.priority}`) },
        ]}
      />
      <div class="choices">
        {desk.mayEdit(state) && (
          <button type="button" class={isBad ? 'primary' : 'choice'} onClick={desk.edit}>
            {t('ticket.edit')}
          </button>
        )}
        {state.name === 'dead' && state.why !== 'expired' && !hasLostFiles(state) && (
          <button type="button" class="primary" onClick={() => void desk.retry(state.key).catch(() => {})}>
            {t('ticket.retry')}
          </button>
        )}
        {copier.button(`${state.draft.subject}\n\n${state.draft.text}`.trim(), t('ticket.copy'))}
        {isBad && (
          <button type="button" class="choice" onClick={() => discard.ask(state.key!)}>
            {t(discard.isAsked(state.key!) ? 'ticket.discard.sure' : 'ticket.discard')}
          </button>
        )}
        <button type="button" class="choice" onClick={() => session.help.go({ name: 'tickets' })}>
          {t('ticket.all')}
        </button>
      </div>
    </div>
  );
}

function drawReceipt({ receipt }: TicketState & { name: 'sent' }, tools: DeskTools, copier: Copier): VNode {
  const { desk, session, words } = tools;
  const { t } = words;
  const { ticketId, replyBy, subject, priority, files, email, sentAt } = receipt;
  const now = tools.now();
  const left = replyBy === null ? 0 : replyBy - now;
  return (
    <div class="form">
      <p class="is-good got">
        <Icon path={DONE} />
        <strong>{t('ticket.sent')}</strong>
      </p>
      {replyBy === null ? (
        <p>{t('promise.none')}</p>
      ) : left < 0 ? (
        <p>{t('promise.late', { time: words.when(replyBy, now) })}</p>
      ) : (
        <div class="by">
          <span class="soft">{t('promise.label')}</span>
          <time dateTime={new Date(replyBy).toISOString()}>{words.when(replyBy, now)}</time>
          <small>
            <b aria-hidden="true">{clockOf(left)}</b> <span class="unseen">{words.span(left)}</span>
            {t('ticket.left', { time: words.clock(sentAt) })}
          </small>
        </div>
      )}
      <Facts
        facts={[
          {
            name: t('ticket.number'),
            value: (
              <span class="number">
                <b>
                  <bdi>{ticketId}</bdi>
                </b>
                {copier.button(ticketId, t('ticket.number.copy'), 'link')}
              </span>
            ),
          },
          { name: t('ticket.fact.subject'), value: <bdi>{subject}</bdi> },
          { name: t('ticket.fact.priority'), value: t(`ticket.priority.${priority}`) },
          ...(files ? [{ name: t('ticket.files'), value: t('ticket.files.sent', { count: files }) }] : []),
          { name: t('ticket.fact.email'), value: email ? t('ticket.email.both', { email }) : t('ticket.email.here') },
        ]}
      />
      <p class="note">
        <Icon path={DEVICE} />
        <span>{t(desk.isDurable() ? 'ticket.kept' : 'ticket.kept.not')}</span>
      </p>
      <div class="finish">
        <div class="choices">
          <button type="button" class="choice" onClick={() => desk.fresh()}>
            {t('ticket.another')}
          </button>
          {desk.serves('getTicket') && (
            <button type="button" class="primary" onClick={() => session.help.go({ name: 'thread', ticketId })}>
              {t('ticket.progress')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

/** "1:57:36"; hours only under two days, since nobody counts down further. */
function clockOf(leftMs: number): string {
  const seconds = Math.floor(leftMs / 1000);
  const two = (value: number): string => String(value % 60).padStart(2, '0');
  return seconds >= 172_800 ? '' : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`;
}
