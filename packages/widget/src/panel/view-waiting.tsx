import type { QueueView, WaitingQueue } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { AlertRows } from '../parts/waiting/alert-rows.js';
import { LeftCard } from '../parts/waiting/left-card.js';
import { TurnCard } from '../parts/waiting/turn-card.js';
import { createWaitSpeech } from '../parts/waiting/wait-speech.js';
import { WaitCard } from '../parts/waiting/wait-card.js';
import turnCss from '../parts/waiting/turn.css';
import css from '../parts/waiting/waiting.css';
import { WaitingRoom } from '../parts/waiting/waiting-room.js';
import type { Row } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';
import type { Session } from '../app/session.js';
import { createAnnouncer } from './announcer.js';
import { Unreachable } from './failed.js';
import type { LazyView } from './lazy-view.js';
import { createAnswers } from './waiting-answers.js';
import { openWaiting, type WaitingTools } from './waiting-tools.js';

const fetchSaid = () => import('./waiting-said.js');
type Tools = WaitingTools<Awaited<ReturnType<typeof fetchSaid>>>;

/** How long leaving can be taken back, at first. */
const UNDO_MS = 10_000;

/** The place in line: the wait, answers meanwhile, the turn, and what comes of leaving. */
const waitingView: LazyView = {
  css: css + turnCss,
  start(tools) {
    const { session, env, region, load } = tools;
    const answers = createAnswers(tools);
    const announcer = createAnnouncer(env, region);
    const speech = createWaitSpeech(env, announcer.say);
    const waiting = openWaiting(tools, fetchSaid, ({ port, words, said }) => {
      const tell = (queue: QueueView): void => {
        if (queue.name === 'none') load('join');
        if (queue.name !== 'waiting') return speech.tell({});
        answers.ask(queue.question);
        speech.tell(said.speakWait(queue, words));
      };
      tell(port.queue.get());
      return port.queue.subscribe(tell);
    });
    return {
      draws: {
        waiting: ({ whole }) => {
          const now = waiting.get();
          if (now === 'failed') return <Unreachable session={session} onRetry={waiting.retry} />;
          if (!now) return <Skeleton label={session.t('home.loading')} />;
          const queue = now.port.queue.get();
          if (queue.name === 'none' && !queue.failed) return whole('join', 'join');
          return drawQueue(queue, now, { session, answers: answers.rows() });
        },
      },
      get title() {
        const now = waiting.get();
        const isOut = now && now !== 'failed' && now.port.queue.get().name === 'none';
        return waiting.title(isOut ? 'join.talk' : 'wait.title');
      },
      stop() {
        waiting.stop();
        answers.stop();
        speech.stop();
        announcer.stop();
      },
    };
  },
};
export default waitingView;

interface Beside {
  session: Session;
  answers: readonly Row[];
}

function drawQueue(queue: QueueView, tools: Tools, beside: Beside): VNode {
  const { port, words } = tools;
  const { t } = words;
  switch (queue.name) {
    case 'waiting':
      return drawRoom(queue, tools, beside);
    case 'joining':
      return <Skeleton label={t('wait.joining')} />;
    case 'turn':
      return (
        <TurnCard
          leftMs={queue.leftMs}
          accepted={queue.accepted}
          words={{
            title: t('turn.title'),
            hint: t('turn.hint'),
            left: (time) => t('turn.left', { time }),
            accept: t('turn.accept'),
            decline: t('turn.decline'),
            opening: t('turn.opening'),
          }}
          onAccept={port.accept}
          onDecline={port.decline}
        />
      );
    case 'left':
      return (
        <LeftCard
          title={t(`wait.left.${queue.why}`)}
          news={queue.turnCame ? t('wait.left.turn') : ''}
          undo={t('wait.undo')}
          left={t('wait.undo.left', { count: Math.ceil(queue.undoLeftMs / 1000) })}
          share={1 - queue.undoLeftMs / UNDO_MS}
          onUndo={port.undoLeave}
        />
      );
    default:
      return drawEnd(queue, tools, beside);
  }
}

function drawRoom(queue: WaitingQueue, { port, words, said }: Tools, { session, answers }: Beside): VNode {
  const { t } = words;
  return (
    <WaitingRoom
      question={queue.question}
      answers={answers}
      ways={said.otherWays(port.service.get(), session, words)}
      waysFirst={queue.pastAnnounced}
      alerts={
        <AlertRows
          alerts={port.alerts.get()}
          words={{
            title: t('alert.turn'),
            keep: t('alert.keep'),
            allow: t('alert.allow'),
            on: t('alert.on'),
            denied: t('alert.denied'),
            sound: t('alert.sound'),
          }}
          onAllow={() => void port.allowNotifications()}
          onSound={port.allowSound}
        />
      }
      words={{
        question: t('wait.question'),
        meanwhile: t('wait.meanwhile'),
        helped: t('wait.helped'),
        leave: t('wait.leave'),
        ways: t('wait.ways'),
      }}
      onHelped={port.helped}
      onLeave={port.leave}
    >
      <WaitCard {...said.wordWait(queue, words)} />
    </WaitingRoom>
  );
}

/** Nobody waits: it is over, or it has not come to it. */
function drawEnd(
  queue: Extract<QueueView, { name: 'none' | 'over' }>,
  { port, words: { t } }: Tools,
  { session }: Beside,
): VNode {
  const { why } = queue.name === 'over' ? queue : { why: null };
  const text =
    queue.name === 'none'
      ? t(queue.failed === 'missing' ? 'wait.failed.missing' : 'wait.failed')
      : t(why === 'missed' || why === 'host' ? `wait.over.${why}` : `wait.left.${why!}`);
  const leave = (): void => {
    port.dismiss();
    session.help.go({ name: 'home' });
  };
  return (
    <section class="turn left">
      <div role="status">
        <h3>{text}</h3>
      </div>
      <div class="choices">
        {queue.name === 'none' && queue.failed !== 'missing' && (
          <button type="button" class="choice" onClick={port.dismiss}>
            {t('join.again')}
          </button>
        )}
        <button type="button" class="choice" onClick={leave}>
          {t('wait.over.back')}
        </button>
      </div>
    </section>
  );
}
