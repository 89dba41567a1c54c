import type { ArticleSource, VideoSource } from '@helpkiosk/core';
import { readVideoAddress } from '../content/video-address.js';

/** What the customer may miss of the videos of an article: the player, or what is said, which is a hint alone. */
export function findInVideos({ videos = [] }: ArticleSource): { level: 'warning' | 'hint'; message: string }[] {
  return videos.flatMap((video) => {
    const found: { level: 'warning' | 'hint'; message: string }[] = [];
    const host = hostThatIsNotPlayed(video);
    if (host !== null) {
      const message = `shows “${video.title}” from ${host}, which is no video host that the widget knows: it becomes a plain link unless the page names it in videoHosts`;
      found.push({ level: 'warning', message });
    }
    if (!video.captions?.length) {
      const message = `shows “${video.title}” (${video.url}) without captions: what is said is not found, and who cannot hear it misses it`;
      found.push({ level: 'hint', message });
    }
    return found;
  });
}

/** Pages play files of their own origin, and the four hosts of the widget's table. */
function hostThatIsNotPlayed({ url }: VideoSource): string | null {
  const known = readVideoAddress(url)?.host;
  const host = /^(?:https?:)?\/\//iu.test(url) ? new URL(url, 'https://relative.invalid').host : null;
  return known === undefined || known === 'youku' || known === 'file' ? host : null;
}
