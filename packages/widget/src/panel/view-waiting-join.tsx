import { currentView } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { JoinAnswers } from '../parts/waiting/join-answers.js';
import { JoinForm } from '../parts/waiting/join-form.js';
import css from '../parts/waiting/join.css';
import { OtherWays } from '../parts/waiting/other-ways.js';
import { Skeleton } from '../parts/skeleton.js';
import type { Session } from '../app/session.js';
import type { LazyView } from './lazy-view.js';
import { rowsOf } from './waiting-answers.js';
import { createJoin, type Join } from './waiting-join.js';
import { openWaiting, type WaitingTools } from './waiting-tools.js';
import { watchWhileOpen } from './waiting-watch.js';

const fetchSaid = () => import('./waiting-said.js');
const openTriage = async () => (await import('./waiting-triage.js')).openTriage();
type Tools = WaitingTools<Awaited<ReturnType<typeof fetchSaid>>>;

/** The way into the line: the question, what is announced, answers that go first. Drawn by the view of waiting while nobody waits. */
const joinView: LazyView = {
  css,
  start(tools) {
    const { session } = tools;
    const { navigation } = session.help.stores;
    let join: Join | null = null;
    const waiting = openWaiting(tools, fetchSaid, ({ port }) => {
      const made = (join = createJoin({ ...tools, port, openTriage }));
      const isHere = (): boolean =>
        port.queue.get().name === 'none' && currentView(navigation.get()).name === 'waiting';
      const stops = [
        watchWhileOpen(session, port, isHere),
        port.queue.subscribe(({ name }) => name === 'waiting' && made.draft.text && made.reset()),
        made.stop,
      ];
      return () => stops.forEach((stop) => stop());
    });
    return {
      draws: {
        join() {
          const now = waiting.get();
          return now && now !== 'failed' && join ? (
            drawStep(join, now, session)
          ) : (
            <Skeleton label={session.t('home.loading')} />
          );
        },
      },
      stop: waiting.stop,
    };
  },
};
export default joinView;

function drawStep(join: Join, tools: Tools, session: Session): VNode {
  const { port, words, said } = tools;
  const { t } = words;
  const step = join.step();
  const service = port.service.get();
  const announced = said.wordJoin(service, words);
  switch (step.name) {
    case 'looking':
      return <Skeleton label={t('join.looking')} />;
    case 'solved':
      return <Solved join={join} tools={tools} session={session} />;
    case 'answers':
      return (
        <JoinAnswers
          question={join.draft.text.trim()}
          answers={rowsOf(step.found, session)}
          announced={announced}
          words={{
            question: t('wait.question'),
            edit: t('join.edit'),
            title: t(step.one ? 'join.suggest' : 'join.answers'),
            goOn: t(step.one ? 'join.decline' : 'join.onward'),
            confirm: step.one ? t('join.confirm') : '',
            now: t('join.now'),
          }}
          onEdit={join.edit}
          onGoOn={join.goOn}
          onConfirm={join.confirm}
        />
      );
    case 'form': {
      const { requestCallback, submitTicket } = service.supports;
      const ways = requestCallback || submitTicket ? said.otherWays(service, session, words) : []; // else the way back leads to them
      return (
        <div class="room">
          {service.canJoin ? (
            <JoinForm
              draft={join.draft}
              problem={step.isMissing ? t('join.missing') : ''}
              announced={announced}
              words={{
                hint: t('join.hint'),
                question: t('wait.question'),
                name: t('join.name'),
                now: t('join.now'),
                join: t('join.join'),
              }}
              onSubmit={join.submit}
            />
          ) : (
            <p class="join" role="status">
              {t('join.closed')}
            </p>
          )}
          <div class="fill" />
          {ways.length > 0 && <OtherWays ways={ways} label={t('wait.ways')} />}
        </div>
      );
    }
  }
}

/** An answer helped before there was a place. */
function Solved({ join, tools, session }: { join: Join; tools: Tools; session: Session }): VNode {
  const { t } = tools.words;
  const leave = (): void => {
    join.reset();
    session.help.go({ name: 'home' });
  };
  return (
    <section class="turn left">
      <div role="status">
        <h3>{t('join.solved')}</h3>
      </div>
      <button type="button" class="choice" onClick={leave}>
        {t('wait.over.back')}
      </button>
    </section>
  );
}
