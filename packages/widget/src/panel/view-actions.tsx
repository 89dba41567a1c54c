import { createResource, ownText, type ActionForm, type FieldProblem } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/actions.css';
import { HostFields } from '../parts/ticket/host-fields.js';
import { fieldId, Wrongs } from '../parts/ticket/field.js';
import { ALERT } from '../parts/more-icons.js';
import { DONE, TOOL } from '../parts/ticket/ticket-icons.js';
import { Primary } from '../parts/ticket/primary.js';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

type Result = Awaited<ReturnType<DeskTools['desk']['runAction']>>;

interface Entry {
  actionId: string;
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
  /** The same for a request that is made again. */
  key: string;
}

/** What a customer can do without a person: short forms of the host, each with its result. */
const actionsView: LazyView = {
  css: formCss + css,
  start(tools) {
    const { session, env, frame, redraw } = tools;
    let entry: Entry = { actionId: '', values: {}, problems: [], key: '' };
    const result = createResource<Result>(() => {});
    const stopResult = result.subscribe(redraw);
    const body = () => import('./ticket-action-body.js');
    let Body: Awaited<ReturnType<typeof body>>['ActionBody'] | null = null;
    const set = (change: Partial<Entry>): void => {
      entry = { ...entry, ...change };
      redraw();
    };
    const run = (action: ActionForm, { desk }: DeskTools): void => {
      const problems = desk.checkFields(entry.values, action.fields);
      set({ problems });
      if (problems.length) {
        queueMicrotask(() => queueMicrotask(() => frame.querySelector<HTMLElement>('[aria-invalid]')?.focus()));
        return;
      }
      const { key, actionId, values } = entry;
      void result.load(async (signal) => {
        const answer = await desk.runAction({ key, actionId, fields: values }, signal);
        Body ??= (await body()).ActionBody;
        return answer;
      });
    };
    const view = openDeskView(tools, ['actions']);
    return {
      draws: {
        actions: view.draw((desk, { view: now }) => {
          const { actions } = desk.desk.offers.get();
          const wanted = now.name === 'actions' ? now.actionId : undefined;
          const action = actions.find(({ id }) => id === wanted);
          if (!action) return drawList(actions, desk);
          if (entry.actionId !== action.id) {
            entry = { actionId: action.id, values: {}, problems: [], key: env.randomId() };
            result.clear();
          }
          return drawAction(action, desk, {
            entry,
            set: (change) => set({ ...change, key: env.randomId() }),
            run: () => run(action, desk),
            state: result.get(),
            again: () => (result.clear(), set({ values: {}, key: env.randomId() })),
            draw: (answer) => Body && <Body {...{ session, answer }} />,
          });
        }),
      },
      get title() {
        return session.t('actions.title');
      },
      stop() {
        stopResult();
        result.clear();
        view.stop();
      },
    };
  },
};
export default actionsView;

function drawList(actions: readonly ActionForm[], { session, words: { t, locale } }: DeskTools): VNode {
  if (!actions.length) return <p class="pad soft">{t('actions.none')}</p>;
  return (
    <ul class="rows actions">
      {actions.map(({ id, title }) => (
        <li>
          <button type="button" class="row" onClick={() => session.help.go({ name: 'actions', actionId: id })}>
            <Icon path={TOOL} />
            <span class="row-text">
              <bdi>{ownText(title, locale)}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Beside {
  entry: Entry;
  set(change: Partial<Entry>): void;
  run(): void;
  again(): void;
  state: ReturnType<ReturnType<typeof createResource<Result>>['get']>;
  draw(answer: Result): VNode | null;
}

/** What came of it, and the ways on. */
function drawResult(
  result: Result,
  { session, words: { t } }: DeskTools,
  { again, draw }: Pick<Beside, 'again' | 'draw'>,
): VNode {
  const { ok, title } = result;
  return (
    <div class="form">
      <section class={ok ? 'result-card is-good' : 'result-card is-bad'} role="status">
        <p class="got">
          <Icon path={ok ? DONE : ALERT} />
          <strong>
            <bdi>{title}</bdi>
          </strong>
        </p>
        {draw(result)}
      </section>
      <div class="choices">
        <button type="button" class="choice" onClick={again}>
          {t('actions.again')}
        </button>
        <button type="button" class="choice" onClick={() => session.help.go({ name: 'contact' })}>
          {t('contact.heading')}
        </button>
      </div>
    </div>
  );
}

function drawAction(action: ActionForm, tools: DeskTools, { entry, set, run, again, state, draw }: Beside): VNode {
  const { session, words, said } = tools;
  const { t, locale } = words;
  const offline = !session.help.stores.online.get();
  if (state.state === 'ready') return drawResult(state.value, tools, { again, draw });
  const labelOf = (id: string): string => ownText(action.fields.find((field) => field.id === id)?.label, locale);
  const problemOf = (id: string): string | undefined => {
    const found = entry.problems.find(({ field }) => field === `fields.${id}`);
    return found && said.wordProblem(found, labelOf(id), words);
  };
  const isBusy = state.state === 'loading';
  return (
    <div class="form">
      <h3 class="about-action">
        <bdi>{ownText(action.title, locale)}</bdi>
      </h3>
      <Wrongs
        title={t('ticket.wrongs', { count: entry.problems.length })}
        problems={entry.problems.map((problem) => ({
          id: fieldId(problem.field.slice(7)),
          text: said.wordProblem(problem, labelOf(problem.field.slice(7)), words),
        }))}
        onGo={() => {}}
      />
      <HostFields
        fields={action.fields}
        values={entry.values}
        locale={locale}
        problemOf={problemOf}
        words={{ optional: t('ticket.optional'), choose: t('ticket.choose') }}
        onChange={(id, value) =>
          set({
            values: { ...entry.values, [id]: value },
            problems: entry.problems.filter(({ field }) => field !== `fields.${id}`),
          })
        }
      />
      {state.state === 'failed' && (
        <p class="wrong" role="alert">
          {t('actions.failed')}
        </p>
      )}
      <div class="finish">
        {offline && <p class="soft">{t('actions.offline')}</p>}
        <Primary
          label={t(isBusy ? 'actions.running' : state.state === 'failed' ? 'error.retry' : 'actions.run')}
          isOff={isBusy || offline}
          onPress={run}
        />
      </div>
    </div>
  );
}
