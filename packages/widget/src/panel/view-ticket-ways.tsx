import { ownText } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/ways.css';
import { PHONE, TICKET } from '../parts/contact-icons.js';
import { ALERT } from '../parts/more-icons.js';
import { DEVICE, TOOL } from '../parts/ticket/ticket-icons.js';
import { createCopier, type Copier } from './ticket-copy.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** Actions that are named at once. */
const SHOWN = 3;

/** The ways to the desk, for the view of contact; and what waits to be sent, for home. */
const waysView: LazyView = {
  css: formCss + css,
  start(tools) {
    const view = openDeskView(tools, ['contact']);
    const copier = createCopier(tools);
    const quiet = (draw: (desk: DeskTools) => VNode | null) => (): VNode | null => {
      const desk = view.get();
      return desk && draw(desk);
    };
    return {
      draws: { ways: view.draw(drawWays), unsent: quiet((desk) => drawUnsent(desk, copier)) },
      stop() {
        copier.stop();
        view.stop();
      },
    };
  },
};
export default waysView;

function drawWays(tools: DeskTools): VNode {
  const { desk, session, words } = tools;
  const { help } = session;
  const { t, locale } = words;
  const { slots, actions } = desk.offers.get();
  const offline = !help.stores.online.get();
  const promised = tools.promises()('normal', tools.now());
  const by = promised.replyBy === null ? '' : t('wait.ticket.by', { time: words.when(promised.replyBy, tools.now()) });
  const isFuture = slots.some(({ at }) => at > tools.now());
  const kept = desk.kept.list.get().tickets;
  const hasOwn = kept.length > 0 || desk.items.get().length > 0;
  const isNew = kept.some(({ answers = 0, seen = 0 }) => answers > seen);
  return (
    <>
      {desk.serves('submitTicket') && (
        <Way
          icon={TICKET}
          title={t('ticket.title')}
          fact={offline ? t('contact.ticket.offline') : by || t('contact.ticket.fact')}
          onOpen={() => {
            if (!['draft', 'confirming', 'saving'].includes(desk.ticket.get().name)) desk.fresh();
            help.go({ name: 'ticket' });
          }}
        />
      )}
      {desk.serves('requestCallback') && isFuture && (
        <Way
          icon={PHONE}
          title={t('call.title')}
          fact={t('wait.call.from', { time: words.when(slots.find(({ at }) => at > tools.now())!.at, tools.now()) })}
          onOpen={() => help.go({ name: 'callback' })}
        />
      )}
      {desk.serves('runAction') && actions.length > 0 && (
        <Way
          icon={TOOL}
          title={t('actions.title')}
          fact={actions
            .slice(0, SHOWN)
            .map(({ title }) => ownText(title, locale))
            .join(' · ')}
          onOpen={() =>
            help.go(actions.length === 1 ? { name: 'actions', actionId: actions[0]!.id } : { name: 'actions' })
          }
        />
      )}
      {hasOwn && (
        <Way
          icon={DEVICE}
          title={t('tickets.title')}
          fact={isNew ? t('tickets.state.answered') : ''}
          onOpen={() => help.go({ name: 'tickets' })}
        />
      )}
    </>
  );
}

function Way({ icon, title, fact, onOpen }: { icon: string; title: string; fact: string; onOpen: () => void }): VNode {
  return (
    <button type="button" class="way" onClick={onOpen}>
      <Icon path={icon} />
      <b>{title}</b>
      {fact && (
        <small>
          <bdi>{fact}</bdi>
        </small>
      )}
    </button>
  );
}

/** On home: the ticket that has not gone yet, or the first of several, with what can be done. */
function drawUnsent({ desk, session, words: { t } }: DeskTools, copier: Copier): VNode | null {
  const [item, ...others] = desk.items.get().filter(({ kind }) => kind === 'ticket');
  if (!item) return null;
  const fate = desk.fateOf(item);
  const state = fate.name === 'dead' && fate.why === 'expired' ? 'expired' : fate.name;
  const isBad = state === 'refused' || state === 'dead' || state === 'expired';
  const { subject = '', text = '' } = Object(item.body) as { subject?: string; text?: string };
  const look = (): void => {
    desk.open(item.key);
    session.help.go({ name: 'ticket' });
  };
  return (
    <section class={isBad ? 'strip is-bad' : 'strip'} aria-label={t('tickets.unsent')}>
      <Icon path={isBad ? ALERT : TICKET} />
      <div>
        <b>
          <bdi>{subject || text}</bdi>
        </b>
        <p>{t(`tickets.state.${state}`)}</p>
        <p class="row-of-links">
          <button type="button" class="link" onClick={look}>
            {t('tickets.look')}
          </button>
          {copier.button([subject, text].filter(Boolean).join('\n\n'), t('ticket.copy'), 'link')}
          {others.length > 0 && (
            <button type="button" class="link" onClick={() => session.help.go({ name: 'tickets' })}>
              {t('tickets.title')}
            </button>
          )}
        </p>
      </div>
    </section>
  );
}
