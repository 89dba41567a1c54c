import { contextParts, ownText, type ContextPart, type TicketDraft, type TicketState } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { CLOSE, Icon } from '../parts/icon.js';
import { Facts, type Fact } from '../parts/ticket/facts.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/check.css';
import { Primary } from '../parts/ticket/primary.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** "We understood: …": a ticket once more before it is sent, with all that goes along; each part of it can be taken out. */
const checkView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { help, t } = tools.session;
    const view = openDeskView(tools, ['ticket-check'], ({ desk }) => {
      const { navigation } = help.stores;
      /** The way back leads to the form. */
      const stopBack = navigation.subscribe(({ trail }) => {
        if (trail[trail.length - 1]!.name !== 'ticket-check' && desk.ticket.get().name === 'confirming') desk.back();
      });
      const stopDesk = desk.ticket.subscribe(({ name }) => {
        const { trail } = navigation.get();
        if (name !== 'confirming' && name !== 'saving' && trail[trail.length - 1]!.name === 'ticket-check') help.back();
      });
      return () => (stopBack(), stopDesk());
    });
    return {
      draws: {
        'ticket-check': view.draw((desk) => {
          const now = desk.desk.ticket.get();
          return now.name === 'confirming' || now.name === 'saving' ? drawCheck(now, desk) : null;
        }),
      },
      get title() {
        return t('ticket.check');
      },
      stop: view.stop,
    };
  },
};
export default checkView;

function drawCheck(state: TicketState & { name: 'confirming' | 'saving' }, tools: DeskTools): VNode {
  const { desk, session, words } = tools;
  const { t } = words;
  const offline = !session.help.stores.online.get();
  const isSaving = state.name === 'saving';
  const failed = state.name === 'confirming' ? state.failed : null;
  return (
    <div class="form">
      <div>
        <h3 class="understood" tabIndex={-1} ref={takeFocus}>
          {t('ticket.understood')}
        </h3>
        <p class="soft">{t('ticket.understood.hint')}</p>
      </div>
      <Facts facts={factsOf(state.draft, tools)} />
      {drawAlong(state.draft, tools)}
      {failed && (
        <p class="wrong" role="alert">
          {t(failed === 'storage-full' ? 'ticket.full' : 'ticket.unkept')}
        </p>
      )}
      <div class="finish">
        {offline && <p class="soft">{t('ticket.offline')}</p>}
        <div class="choices">
          <button type="button" class="choice" onClick={() => session.help.back()}>
            {t('ticket.change')}
          </button>
          <Primary
            label={t(offline ? 'ticket.save' : 'ticket.send')}
            isOff={isSaving}
            onPress={() => void desk.confirm()}
          />
        </div>
      </div>
    </div>
  );
}

function factsOf(draft: TicketDraft, tools: DeskTools): Fact[] {
  const { desk, words, said } = tools;
  const { t, locale } = words;
  const form = desk.formOf(draft);
  const promised = tools.promises()(draft.priority, tools.now());
  const by = said.wordBy(promised, tools.now(), words);
  const fact = (name: string, value: string): Fact[] => (value ? [{ name, value: <bdi>{value}</bdi> }] : []);
  const own = (form?.fields ?? []).flatMap((field) => {
    const value = draft.fields[field.id]?.trim() ?? '';
    const choice = field.choices?.find((each) => each.value === value);
    return fact(ownText(field.label, locale), choice ? ownText(choice.label, locale) : value);
  });
  return [
    ...(form && desk.offers.get().forms.length > 1 ? fact(t('ticket.topic'), ownText(form.topic, locale)) : []),
    ...fact(t('ticket.fact.subject'), draft.subject.trim()),
    ...fact(t('ticket.text'), draft.text.trim()),
    ...own,
    ...fact(t('ticket.files'), draft.files.map(({ name }) => name).join('\n')),
    ...fact(t('ticket.fact.priority'), t(`ticket.priority.${draft.priority}`)),
    ...fact(t('ticket.promise'), [by, promised.rule].filter(Boolean).join(' · ')),
    ...fact(t('ticket.fact.email'), draft.email.trim() || t('ticket.email.here')),
  ];
}

/** What goes along beside the customer's words. */
function drawAlong(draft: TicketDraft, { desk, words: { t } }: DeskTools): VNode | null {
  const parts = contextParts(desk.context());
  if (!parts.length) return null;
  const without = new Set(draft.without);
  const toggle = ({ id }: ContextPart): void =>
    desk.change({ without: without.has(id) ? draft.without.filter((each) => each !== id) : [...draft.without, id] });
  return (
    <section class="along">
      <h4>{t('ticket.along')}</h4>
      <p class="soft">{t('ticket.along.hint')}</p>
      <ul>
        {parts.map((part) => {
          const isOut = without.has(part.id);
          const name = part.name ?? t(`ticket.along.${part.kind as 'search'}`);
          return (
            <li class={isOut ? 'is-out' : ''}>
              <span>
                <small>{name}</small> <bdi>{part.value}</bdi>
              </span>
              <button
                type="button"
                class={isOut ? 'link' : 'icon-button'}
                aria-label={t(isOut ? 'ticket.along.back' : 'ticket.along.remove', { name: `${name} ${part.value}` })}
                onClick={() => toggle(part)}
              >
                {isOut ? t('undo') : <Icon path={CLOSE} />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Once, when it comes: the button that was pressed is gone. */
function takeFocus(element: HTMLElement | null): void {
  if (!element || element.classList.contains('was-focused')) return;
  element.classList.add('was-focused');
  element.focus({ preventScroll: true });
}
