import { currentView, type OutboxItem, type Thread } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Skeleton } from '../parts/skeleton.js';
import { Field, valueOf } from '../parts/ticket/field.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/thread.css';
import { Primary } from '../parts/ticket/primary.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** How often an open thread is asked after while it is looked at. */
const POLL_MS = 20_000;

/** What a customer is about to answer, by ticket; it lives as long as the panel. */
interface Reply {
  texts: Map<string, string>;
  failed: boolean;
}

/** One ticket: what was said, what waits to be sent, and a box for more. */
const threadView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session, env, redraw } = tools;
    const { navigation } = session.help.stores;
    const reply: Reply = { texts: new Map(), failed: false };
    const view = openDeskView(tools, ['thread'], ({ desk }) => {
      let shown = '';
      let cancel = (): void => {};
      const ask = (ticketId: string): void => {
        cancel();
        if (env.visible.get()) void desk.kept.open(ticketId);
        cancel = env.setTimer(() => ask(ticketId), POLL_MS);
      };
      const look = (): void => {
        const { open } = navigation.get();
        const now = currentView(navigation.get());
        const next = open && now.name === 'thread' ? now.ticketId : '';
        if (next === shown) return;
        shown = next;
        cancel();
        if (next) ask(next);
      };
      look();
      const stop = navigation.subscribe(look);
      return () => (stop(), cancel());
    });
    return {
      draws: {
        thread: view.draw((desk, { view: now }) =>
          now.name === 'thread' ? drawThread(now.ticketId, desk, reply, redraw) : null,
        ),
      },
      get title() {
        const now = currentView(navigation.get());
        return now.name === 'thread' ? now.ticketId : session.t('tickets.title');
      },
      stop: view.stop,
    };
  },
};
export default threadView;

function drawThread(ticketId: string, tools: DeskTools, reply: Reply, redraw: () => void): VNode {
  const { desk, session, words, said } = tools;
  const { t } = words;
  const now = desk.kept.thread.get();
  const known = 'value' in now ? now.value : undefined;
  if (known === undefined) {
    if (now.state !== 'failed') return <Skeleton label={t('thread.loading')} />;
    return (
      <div class="form">
        <p role="status">{t('thread.failed')}</p>
        <button type="button" class="choice" onClick={() => void desk.kept.open(ticketId)}>
          {t('error.retry')}
        </button>
      </div>
    );
  }
  if (!known) return <p class="pad soft">{t('thread.gone')}</p>;
  const { ticket } = known;
  const isOpen = ticket.status !== 'solved';
  const answered = ticket.messages.some(({ from }) => from !== 'customer');
  return (
    <div class="form">
      <div>
        <h3 class="about-ticket">
          <bdi>{ticket.subject}</bdi>
        </h3>
        <p class="soft" role="status">
          {t(`tickets.state.${ticket.status}`)}
          {isOpen && !answered && ` · ${said.formatPromise(ticket.replyBy, words, { now: tools.now() })}`}
        </p>
        {(now.state === 'failed' || !session.help.stores.online.get()) && (
          <p class="soft">{t('thread.stale', { time: words.when(known.at, tools.now()) })}</p>
        )}
      </div>
      {drawMessages(known, ticketId, tools)}
      {!isOpen && drawSolved(ticketId, tools)}
      {desk.serves('replyToTicket') && <div class="finish">{drawReply(ticketId, tools, reply, redraw)}</div>}
    </div>
  );
}

function drawMessages({ ticket }: Thread, ticketId: string, tools: DeskTools): VNode {
  const { desk, words } = tools;
  const { t } = words;
  const waiting = desk.items.get().filter(({ conversation }) => conversation === `ticket ${ticketId}`);
  return (
    <ol class="said" aria-label={t('thread.messages')}>
      {ticket.messages.map(({ id, from, agentName, text, at, attachments = [] }) => (
        <li key={id} class={from === 'customer' ? 'mine' : ''}>
          <small>
            {from === 'customer' ? t('thread.you') : <bdi>{agentName ?? t(`thread.${from}`)}</bdi>}
            {at !== null && ` · ${words.when(at, tools.now())}`}
          </small>
          <p>
            <bdi>{text}</bdi>
          </p>
          {attachments.map(({ name, url }) => (
            <small>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer nofollow">
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
            </small>
          ))}
        </li>
      ))}
      {waiting.map((item) => drawWaiting(item, tools))}
    </ol>
  );
}

/** What the customer has added and the host does not have yet. */
function drawWaiting(item: OutboxItem, { desk, words: { t } }: DeskTools): VNode {
  const { name } = desk.fateOf(item);
  const isStuck = name === 'refused' || name === 'dead';
  return (
    <li key={item.key} class="mine is-waiting">
      <small class={isStuck ? 'wrong' : ''}>{t(`thread.state.${isStuck ? 'dead' : name}`)}</small>
      <p>
        <bdi>{(Object(item.body) as { text?: string }).text}</bdi>
      </p>
      {isStuck && (
        <div class="choices">
          <button type="button" class="link" onClick={() => void desk.retry(item.key).catch(() => {})}>
            {t('ticket.retry')}
          </button>
          <button type="button" class="link" onClick={() => void desk.remove(item.key).catch(() => {})}>
            {t('thread.discard')}
          </button>
        </div>
      )}
    </li>
  );
}

/** Solved: how it was, once. */
function drawSolved(ticketId: string, { desk, session, words: { t } }: DeskTools): VNode | null {
  if (!desk.serves('sendRating')) return null;
  if (desk.rated.get()[ticketId] !== undefined) return <p class="soft">{t('rating.thanks')}</p>;
  return (
    <div class="note">
      <div>
        <strong>{t('rating.ask')}</strong>
        <button type="button" class="choice" onClick={() => session.help.go({ name: 'rating', ticketId })}>
          {t('rating.give')}
        </button>
      </div>
    </div>
  );
}

function drawReply(ticketId: string, { desk, words: { t } }: DeskTools, reply: Reply, redraw: () => void): VNode {
  const text = reply.texts.get(ticketId) ?? '';
  const write = (next: string): void => {
    reply.texts.set(ticketId, next);
    reply.failed = false;
    redraw();
  };
  const send = async (): Promise<void> => {
    if (!text.trim()) return;
    write('');
    await desk.reply(ticketId, text).catch(() => {
      write(text);
      reply.failed = true;
    });
    redraw();
  };
  return (
    <Field
      id="hk-reply"
      label={t('thread.reply')}
      problem={reply.failed ? t('ticket.unkept') : undefined}
      control={(aria) => (
        <div class="compose">
          <textarea {...aria} rows={2} value={text} onInput={(event) => write(valueOf(event))} />
          <Primary label={t('ticket.send')} isOff={!text.trim()} onPress={() => void send()} />
        </div>
      )}
    />
  );
}
