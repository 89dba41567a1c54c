import type { View } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Reader } from '../app/reader.js';
import { factsOf, Player } from '../parts/video/player.js';
import css from '../parts/video/video.css';
import { createAnnouncer } from './announcer.js';
import type { VideoSpot } from './article-videos.js';
import type { LazyView, ViewProps } from './lazy-view.js';
import { createShowing, type Showing } from './video-showing.js';

/** The players of an article's videos. Which of them are shown, and where they are, lasts as long as the article is open. */
const videoView: LazyView = {
  css,
  start(tools) {
    const { session, env, region, redraw } = tools;
    const { navigation } = session.help.stores;
    const announcer = createAnnouncer(env, region);
    const undo: (() => void)[] = [announcer.stop];
    let reader: Reader | null = null;
    let stopped = false;
    session.reader().then(
      (made) => {
        if (stopped) return;
        reader = made;
        undo.push(made.videos.places.subscribe(redraw));
        redraw();
      },
      () => {}, // without its file no place is kept, and videos play all the same
    );
    let shownIn: View | null = null;
    let showings = new Map<string, Showing>();
    const showingOf = (view: View, spot: VideoSpot): Showing => {
      if (view !== shownIn) showings = new Map();
      shownIn = view;
      let showing = showings.get(spot.url);
      if (!showing)
        showings.set(
          spot.url,
          (showing = createShowing({ spot, tools, say: announcer.say, places: () => reader?.videos ?? null })),
        );
      return showing;
    };
    const stopNavigation = navigation.subscribe(({ open }) => {
      if (!open) for (const each of showings.values()) each.rest();
    });
    const stopPolicy = watchPolicy((address) => {
      for (const each of showings.values()) each.refuse(address);
    });
    undo.push(stopNavigation, stopPolicy);
    return {
      draws: {
        player: (props, about) => drawPlayer(props, about as VideoSpot, showingOf(props.view, about as VideoSpot)),
      },
      stop() {
        stopped = true;
        undo.forEach((each) => each());
      },
    };
  },
};
export default videoView;

/** null where it is not to be played here: the link to it stays. */
function drawPlayer({ session }: ViewProps, spot: VideoSpot, showing: Showing): VNode | null {
  const { t, help, assetUrl } = session;
  const { facts, lists } = showing;
  const embed = showing.embed();
  if (!embed || embed.kind === 'link') return null;
  const host = embed.host ?? '';
  const waits = embed.kind === 'frame' && showing.stage() === 'poster' && !help.stores.online.get();
  const stage = waits ? 'offline' : showing.stage();
  return (
    <Player
      title={spot.title}
      embed={embed}
      poster={spot.poster}
      stage={stage}
      facts={factsOf(facts.durationMs, host && t('video.host', { host }))}
      choices={showing.choices()}
      turn={showing.turn()}
      fileUrl={embed.kind === 'file' ? assetUrl(embed.src) : spot.url}
      locale={spot.locale}
      words={{
        named: (action) => t('video.named', { action, title: spot.title }),
        failed: t('video.failed'),
        open: t('video.open'),
        offline: t('video.offline', { host }),
      }}
      media={showing.media}
      noteRef={showing.noteRef}
    >
      {lists.chapters && <p class="facts">{t('video.chapters')}</p>}
      {lists.chapters}
      {lists.captions && (
        <details open={stage !== 'poster'}>
          <summary>{t('video.transcript')}</summary>
          {lists.captions}
        </details>
      )}
    </Player>
  );
}

/** Tells of every address that the page's policy has refused to a frame, which says nothing itself. */
function watchPolicy(tell: (address: string) => void): () => void {
  const handle = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (/^(frame|child|default)-src$/.test(effectiveDirective)) tell(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', handle);
  return () => document.removeEventListener('securitypolicyviolation', handle);
}
