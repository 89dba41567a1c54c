import type { SentEntry } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import formCss from '../parts/ticket/form.css';
import css from '../parts/ticket/tickets.css';
import type { LazyView } from './lazy-view.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** What was sent: everything that left the device, and the way to have the device forget it. */
const sentView: LazyView = {
  css: formCss + css,
  start(tools) {
    let asked: 'no' | 'asked' | 'done' = 'no';
    const set = (next: typeof asked): void => {
      asked = next;
      tools.redraw();
    };
    const view = openDeskView(tools, ['sent']);
    const clear = async ({ session }: DeskTools): Promise<void> => {
      await (await session.reader()).forgetAll();
      set('done');
    };
    return {
      draws: {
        sent: view.draw((desk) => {
          const { t } = desk.words;
          const entries = desk.desk.sent.get();
          const unsent = desk.desk.items.get().length;
          return (
            <div class="form">
              <p class="soft">{t('sent.hint')}</p>
              {entries.length ? (
                <ul class="log">{entries.map((entry) => drawEntry(entry, desk))}</ul>
              ) : (
                <p role="status">{t(asked === 'done' ? 'sent.cleared' : 'sent.none')}</p>
              )}
              <div class="finish">
                {asked === 'asked' ? (
                  <div class="choices" role="group" aria-labelledby="hk-clear">
                    <p id="hk-clear">{unsent ? t('sent.clear.unsent', { count: unsent }) : t('sent.clear.sure')}</p>
                    <button type="button" class="choice" onClick={() => set('no')}>
                      {t('sent.clear.no')}
                    </button>
                    <button type="button" class="primary" onClick={() => void clear(desk)}>
                      {t('sent.clear.yes')}
                    </button>
                  </div>
                ) : (
                  <button type="button" class="choice" onClick={() => set('asked')}>
                    {t('sent.clear')}
                  </button>
                )}
              </div>
            </div>
          );
        }),
      },
      get title() {
        return tools.session.t('sent.title');
      },
      stop: view.stop,
    };
  },
};
export default sentView;

const NAMED =
  /^(startConversation|sendMessage|submitTicket|replyToTicket|requestCallback|sendRating|upload|runAction|search|ask|report)$/;

function drawEntry({ at, method, text, along }: SentEntry, tools: DeskTools): VNode {
  const { words } = tools;
  const { t } = words;
  return (
    <li>
      <small>
        {words.when(at, tools.now())} · {NAMED.test(method) ? t(`sent.${method as 'upload'}`) : method}
      </small>
      {text && <bdi>{text}</bdi>}
      {along.length > 0 && (
        <small>
          <bdi>{along.join(' · ')}</bdi>
        </small>
      )}
    </li>
  );
}
