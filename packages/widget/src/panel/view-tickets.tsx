import type { KeptTicket, OutboxItem } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/tickets.css';
import { PHONE, TICKET } from '../parts/contact-icons.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** The tickets of this device: what waits to be sent, and what the host says of those it has. */
const ticketsView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session } = tools;
    const { navigation } = session.help.stores;
    const view = openDeskView(tools, ['tickets'], ({ desk }) => {
      let shown = false;
      const look = (): void => {
        const { open, trail } = navigation.get();
        const isShown = open && trail[trail.length - 1]!.name === 'tickets';
        if (isShown && !shown) void desk.kept.refresh();
        shown = isShown;
      };
      look();
      return navigation.subscribe(look);
    });
    return {
      draws: { tickets: view.draw(drawTickets) },
      get title() {
        return session.t('tickets.title');
      },
      stop: view.stop,
    };
  },
};
export default ticketsView;

function drawTickets(tools: DeskTools): VNode {
  const { desk, session, words } = tools;
  const { t } = words;
  const { tickets, asking, error } = desk.kept.list.get();
  const items = desk.items.get().filter(({ kind }) => kind === 'ticket' || kind === 'callback');
  const offline = !session.help.stores.online.get();
  return (
    <div class="form">
      {items.length > 0 && (
        <section>
          <h3 class="section-heading">{t('tickets.unsent')}</h3>
          <ul class="rows">{items.map((item) => drawItem(item, tools))}</ul>
        </section>
      )}
      {tickets.length > 0 ? (
        <section>
          <h3 class="section-heading">{t('tickets.sent')}</h3>
          {(offline || error) && <p class="soft">{t(offline ? 'tickets.offline' : 'tickets.stale')}</p>}
          <ul class="rows" aria-busy={asking}>
            {tickets.map((ticket) => drawTicket(ticket, tools))}
          </ul>
        </section>
      ) : (
        !items.length && (
          <div class="none">
            <h3>{t('tickets.none')}</h3>
            <p class="soft">{t('tickets.none.hint')}</p>
          </div>
        )
      )}
      <button type="button" class="link about" onClick={() => session.help.go({ name: 'sent' })}>
        {t('sent.title')}
      </button>
      <div class="finish">
        <button
          type="button"
          class="primary"
          onClick={() => {
            if (desk.ticket.get().name !== 'draft') desk.fresh();
            session.help.go({ name: 'ticket' });
          }}
        >
          {t('ticket.title')}
        </button>
      </div>
    </div>
  );
}

function drawItem(item: OutboxItem, { desk, session, words: { t } }: DeskTools): VNode {
  const fate = desk.fateOf(item);
  const { subject, text } = Object(item.body) as { subject?: string; text?: string };
  const state = fate.name === 'dead' && fate.why === 'expired' ? 'expired' : fate.name;
  const isCall = item.kind === 'callback';
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => {
          if (!isCall) desk.open(item.key);
          session.help.go({ name: isCall ? 'callback' : 'ticket' });
        }}
      >
        <Icon path={isCall ? PHONE : TICKET} />
        <span class="row-text">
          <bdi>{isCall ? t('call.title') : (subject ?? text)}</bdi>
          <small class={state === 'refused' || state === 'dead' || state === 'expired' ? 'wrong' : ''}>
            {t(`tickets.state.${state}`)}
          </small>
        </span>
      </button>
    </li>
  );
}

function drawTicket(
  { ticketId, subject, status = 'received', replyBy, answers = 0, seen = 0 }: KeptTicket,
  tools: DeskTools,
): VNode {
  const { desk, session, words, said } = tools;
  const { t } = words;
  const isNew = answers > seen;
  const promise = status === 'solved' || answers > 0 ? '' : said.formatPromise(replyBy, words, { now: tools.now() });
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => desk.serves('getTicket') && session.help.go({ name: 'thread', ticketId })}
      >
        <Icon path={TICKET} />
        <span class="row-text">
          <bdi>{subject}</bdi>
          <small>
            <bdi>{ticketId}</bdi> · {t(isNew ? 'tickets.state.answered' : `tickets.state.${status}`)}
          </small>
          {promise && <small>{promise}</small>}
        </span>
        {isNew && <i class="dot" aria-hidden="true" />}
      </button>
    </li>
  );
}
