import type { VideoEmbed } from '@helpkiosk/core';
import { Fragment, h, type ComponentChild, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { PLAY } from '../result-icons.js';
import { clockOf } from '../result-list.js';

/** A frame may run its player and nothing beside: no way to the page, no pop-ups, no forms. */
const SANDBOX = 'allow-scripts allow-same-origin allow-presentation';
const ALLOW = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
/** A quiet line of hills, where there is no poster. */
const HILLS = 'M0 132l74-40 58 28 82-58 106 66v52H0z';

export interface PlayerProps {
  title: string;
  embed: VideoEmbed;
  poster: string | null;
  /** Poster; the video itself; that it cannot be played; that it must wait for a connection. */
  stage: 'poster' | 'shown' | 'failed' | 'offline';
  /** What is said under it: its length, where it plays from. */
  facts: string;
  /** The first is the poster's own. */
  choices: readonly { label: string; onPress(): void }[];
  /** A new number is a new frame. */
  turn: number;
  /** Where a file lies. */
  fileUrl: string;
  locale: string;
  words: { named(action: string): string; failed: string; open: string; offline: string };
  media: {
    ref(element: HTMLElement | null): void;
    onTime(): void;
    onPause(): void;
    onEnded(): void;
    onError(): void;
  };
  /** Takes the focus when what had it is gone. */
  noteRef(element: HTMLElement | null): void;
  /** Chapters and transcript. */
  children: ComponentChild;
}

/** One video: a poster that says where it plays from, and after a press the video in its place. Nothing of a third party is there before. */
export function Player(props: PlayerProps): VNode {
  const { title, stage, facts, choices, locale, children } = props;
  return (
    <>
      {stage === 'poster' ? <Poster {...props} /> : stage === 'shown' ? <Screen {...props} /> : <Note {...props} />}
      <p class="video-title" lang={locale} dir="auto">
        {title}
      </p>
      {facts && <p class="facts">{facts}</p>}
      {stage === 'poster' && choices[1] && (
        <button type="button" class="link" onClick={choices[1].onPress}>
          {choices[1].label}
        </button>
      )}
      {children}
    </>
  );
}

function Poster({ poster, choices, words }: PlayerProps): VNode {
  const [{ label, onPress }, other] = choices as [PlayerProps['choices'][0], ...PlayerProps['choices']];
  return (
    <button type="button" class="screen poster" aria-label={words.named(label)} onClick={onPress}>
      {poster ? (
        <img src={poster} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      ) : (
        <svg class="hills" viewBox="0 0 320 180" preserveAspectRatio="none" aria-hidden="true">
          <path d={HILLS} />
        </svg>
      )}
      <span class="play">
        <Icon path={PLAY} />
        {other && <span>{label}</span>}
      </span>
    </button>
  );
}

function Screen({ embed, fileUrl, title, turn, media }: PlayerProps): VNode {
  if (embed.kind === 'frame')
    return (
      <iframe
        key={turn}
        ref={media.ref}
        class="screen"
        title={title}
        sandbox={SANDBOX}
        referrerpolicy="strict-origin-when-cross-origin"
        allow={ALLOW}
        src={embed.src}
      />
    );
  return (
    <video
      ref={media.ref}
      class="screen"
      aria-label={title}
      controls
      playsInline
      preload="metadata"
      src={fileUrl}
      onTimeUpdate={media.onTime}
      onPause={media.onPause}
      onEnded={media.onEnded}
      onError={media.onError}
    />
  );
}

function Note({ stage, embed, fileUrl, words, noteRef }: PlayerProps): VNode {
  const href = embed.kind === 'link' ? embed.href : fileUrl;
  return (
    <div class="screen wait" tabIndex={-1} ref={noteRef}>
      <p>
        {stage === 'offline' ? (
          words.offline
        ) : (
          <>
            {words.failed}{' '}
            <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
              {words.open}
            </a>
            {embed.host && <small class="site"> ({embed.host})</small>}
          </>
        )}
      </p>
    </div>
  );
}

/** What is said under a video: its length if it is known, and the host that it plays from, if that is another. */
export const factsOf = (durationMs: number, from: string): string =>
  [durationMs ? clockOf(durationMs) : '', from].filter(Boolean).join(' · ');
