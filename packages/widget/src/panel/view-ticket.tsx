import { currentView, ownText, type FieldName, type TicketDraft, type TicketState } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import { Field, fieldId, valueOf, Wrongs } from '../parts/ticket/field.js';
import formCss from '../parts/ticket/form.css';
import { PriorityCards } from '../parts/ticket/priority-cards.js';
import css from '../parts/ticket/ticket.css';
import type { LazyView, ViewProps, ViewTools } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

type Draft = TicketState & { name: 'draft' };

/** A ticket that is written: the form. What has become of it is drawn by `receipt`. */
const ticketView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session, frame, load } = tools;
    for (const file of ['ticket-aside', 'ticket-check', 'receipt'] as const) load(file); // the network may be gone by then
    const view = openDeskView(tools, ['ticket'], ({ desk }) => {
      let checks = 0;
      const follow = (now: TicketState): void => {
        if (now.name === 'confirming' && isShown(tools)) session.help.go({ name: 'ticket-check' });
        if (now.name === 'draft' && now.checks > checks) focusFirst(frame);
        checks = now.name === 'draft' ? now.checks : 0;
      };
      follow(desk.ticket.get());
      const { navigation } = session.help.stores;
      /** What was searched for in vain goes along. */
      const fill = (): void => {
        const view = currentView(navigation.get());
        const now = desk.ticket.get();
        if (view.name !== 'ticket' || !view.subject || now.name !== 'draft' || now.draft.subject) return;
        desk.change({ subject: view.subject });
      };
      fill();
      const stops = [navigation.subscribe(fill), desk.ticket.subscribe(follow)];
      return () => stops.forEach((stop) => stop());
    });
    const goTo = (id: string): void => frame.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
    return {
      draws: {
        ticket: view.draw((desk, props) => {
          const now = desk.desk.ticket.get();
          if (now.name !== 'draft') return props.whole('receipt', 'receipt');
          return desk.desk.serves('submitTicket') ? drawForm(now, desk, props, goTo) : drawNone(desk);
        }),
      },
      get title() {
        const now = view.get()?.desk.ticket.get().name ?? 'draft';
        return session.t(now === 'draft' ? 'ticket.title' : now === 'sent' ? 'ticket.receipt' : 'ticket.yours');
      },
      stop: view.stop,
    };
  },
};
export default ticketView;

const isShown = ({ session }: ViewTools): boolean =>
  currentView(session.help.stores.navigation.get()).name === 'ticket';

/** The host takes none. */
function drawNone({ session: { help }, words: { t } }: DeskTools): VNode {
  return (
    <div class="form">
      <p>{t('ticket.closed')}</p>
      <button type="button" class="choice" onClick={() => help.go({ name: 'contact' })}>
        {t('contact.heading')}
      </button>
    </div>
  );
}

/** Where the first problem is, once it is drawn. */
function focusFirst(frame: HTMLElement): void {
  queueMicrotask(() =>
    queueMicrotask(() => {
      const first = frame.querySelector<HTMLElement>('[aria-invalid]') ?? frame.querySelector<HTMLElement>('.wrongs');
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
    }),
  );
}

/** The id of the control of a field. */
const idOf = (field: FieldName): string =>
  field.startsWith('fields.') ? fieldId(field.slice(7)) : field ? `hk-${field}` : '';

/** What is wrong, in words: field by field, and summed. */
function wordProblems({ draft, problems }: Draft, { desk, words, said }: DeskTools) {
  const { t, locale } = words;
  const fields = desk.formOf(draft)?.fields ?? [];
  const labelOf = (field: FieldName): string =>
    field.startsWith('fields.')
      ? ownText(fields.find(({ id }) => `fields.${id}` === field)?.label, locale)
      : field
        ? t(`ticket.${field as 'subject'}`)
        : '';
  const summed = problems.map((problem) => ({
    field: problem.field,
    id: idOf(problem.field),
    text: said.wordProblem(problem, labelOf(problem.field), words),
  }));
  return { summed, problemOf: (of: FieldName) => summed.find(({ field }) => field === of)?.text };
}

function drawForm(state: Draft, tools: DeskTools, { part }: ViewProps, goTo: (id: string) => void): VNode {
  const { desk, words } = tools;
  const { draft } = state;
  const { t } = words;
  const { summed, problemOf } = wordProblems(state, tools);
  const { change } = desk;
  const about = { problemOf };
  return (
    <div class="form">
      <Wrongs title={t('ticket.wrongs', { count: summed.length })} problems={summed} onGo={goTo} />
      {drawTopic(tools, problemOf('topic'))}
      <Field
        id="hk-subject"
        label={t('ticket.subject')}
        problem={problemOf('subject')}
        control={(aria) => (
          <input
            {...aria}
            type="text"
            autocomplete="off"
            value={draft.subject}
            onInput={(event) => change({ subject: valueOf(event) })}
          />
        )}
      />
      {part('ticket-aside', 'near')}
      <Field
        id="hk-text"
        label={t('ticket.text')}
        optional={t('ticket.optional')}
        problem={problemOf('text')}
        control={(aria) => (
          <textarea {...aria} rows={4} value={draft.text} onInput={(event) => change({ text: valueOf(event) })} />
        )}
      />
      {part('ticket-aside', 'fields', about)}
      {part('ticket-aside', 'files', about)}
      {drawUrgency(state, tools)}
      {drawEmail(draft, tools, problemOf('email'))}
      <div class="finish">
        <button type="button" class="primary" onClick={desk.check}>
          {t('ticket.next')}
        </button>
      </div>
    </div>
  );
}

/** Where the reply goes, and whether that is kept for the next time. */
function drawEmail(
  { email, remember }: TicketDraft,
  { desk: { change }, words: { t } }: DeskTools,
  problem?: string,
): VNode {
  return (
    <>
      <Field
        id="hk-email"
        label={t('ticket.email')}
        optional={t('ticket.optional')}
        help={t('ticket.email.help')}
        problem={problem}
        control={(aria) => (
          <input
            {...aria}
            type="email"
            dir="ltr"
            autocomplete="email"
            value={email}
            onInput={(event) => change({ email: valueOf(event) })}
          />
        )}
      />
      {email.trim() && (
        <label class="tick">
          <input
            type="checkbox"
            checked={remember}
            onChange={({ currentTarget }) => change({ remember: currentTarget.checked })}
          />
          {t('ticket.remember')}
        </label>
      )}
    </>
  );
}

/** What the ticket is about, where the host has several forms. The only one there is is taken without a word. */
function drawTopic({ desk, words: { t, locale } }: DeskTools, problem: string | undefined): VNode | null {
  const now = desk.ticket.get();
  const { forms } = desk.offers.get();
  if (now.name !== 'draft') return null;
  const { formId } = now.draft;
  if (forms.length < 2) return null;
  return (
    <Field
      id="hk-topic"
      label={t('ticket.topic')}
      problem={problem}
      control={(aria) => (
        <select {...aria} onChange={(event) => desk.change({ formId: valueOf(event) || null })}>
          <option value="" selected={!formId}>
            {t('ticket.choose')}
          </option>
          {forms.map(({ id, topic }) => (
            <option value={id} selected={id === formId}>
              {ownText(topic, locale)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function drawUrgency({ draft }: Draft, tools: DeskTools): VNode {
  const { desk, words, said } = tools;
  const { t } = words;
  const promises = tools.promises();
  const now = tools.now();
  return (
    <PriorityCards
      legend={t('ticket.priority')}
      chosen={draft.priority}
      onChoose={(priority) => desk.change({ priority })}
      cards={(['p0', 'p1', 'normal'] as const).map((priority) => {
        const promised = promises(priority, now);
        return {
          priority,
          title: t(`ticket.priority.${priority}`),
          example: t(`ticket.priority.${priority}.for`),
          by: said.wordBy(promised, now, words),
          rule: promised.rule,
        };
      })}
    />
  );
}
