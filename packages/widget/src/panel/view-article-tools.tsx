import { currentView, type Article } from '@helpkiosk/core';
import type { Reader } from '../app/reader.js';
import css from '../parts/article-tools.css';
import { createAnnouncer } from './announcer.js';
import { createArticleMenu } from './article-menu.js';
import { createVote } from './article-vote.js';
import { drawFoot } from './article-foot.js';
import type { LazyView } from './lazy-view.js';
import { watchPictures } from './picture-dialog.js';
import { followRelated } from './related.js';

/** What can be done with an article: size, link, print, width, pictures, the vote, and what is related. */
const toolsView: LazyView = {
  css,
  start(tools) {
    const { session, env, region, redraw } = tools;
    const { article, navigation } = session.help.stores;
    const announcer = createAnnouncer(env, region);
    let reader: Reader | null = null;
    const undo: (() => void)[] = [announcer.stop];
    let stopped = false;
    session.reader().then(
      (made) => {
        if (stopped) return;
        reader = made;
        undo.push(made.votes.subscribe(redraw));
        redraw();
      },
      () => {}, // without its file there is no vote and no link, and the article is there all the same
    );
    const shown = (): Article | null => {
      const now = article.get();
      return currentView(navigation.get()).name === 'article' && now.state === 'ready' ? now.value : null;
    };
    const menu = createArticleMenu({ ...tools, announcer, shown, reader: () => reader });
    const vote = createVote({ session, reader: () => reader });
    const related = followRelated(session, redraw);
    undo.push(menu.stop, related.stop, watchPictures(tools));
    return {
      draws: {
        head: menu.drawHead,
        menu: menu.drawMenu,
        foot: (props) => drawFoot({ props, article: shown(), vote, related: related.get() }),
      },
      stop() {
        stopped = true;
        undo.forEach((each) => each());
      },
    };
  },
};
export default toolsView;
