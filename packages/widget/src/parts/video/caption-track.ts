import type { Moment } from './read-video.js';

/** A caption stays until the next begins, and no longer than this: cues are known by their beginnings alone. */
const LONGEST_MS = 7000;

/**
 * Shows captions over a video as a text track of the browser's own, made of data: no file is fetched, no policy asked. `label` and `lang` are what
 * the video's menu of captions says. Nothing where the browser has no such tracks.
 */
export function addCaptions(video: HTMLVideoElement, captions: readonly Moment[], label: string, lang: string): void {
  if (!captions.length || typeof VTTCue !== 'function') return;
  const track = video.addTextTrack('captions', label, lang);
  track.mode = 'showing';
  for (const [place, { atMs, text }] of captions.entries()) {
    // Chromium shows a cue at the very instant of its end too: of two that meet, both would be shown to who goes there.
    const endsAt = Math.min((captions[place + 1]?.atMs ?? Infinity) - 1, atMs + LONGEST_MS);
    // In a cue `<` and `&` begin markup.
    const plain = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    if (endsAt > atMs) track.addCue(new VTTCue(atMs / 1000, endsAt / 1000, plain));
  }
}
