import { videoEmbed, type ArticleSource } from '@helpkiosk/core';

/** What the customer may miss of the videos of an article: the player, or what is said, which is a hint alone. */
export function findInVideos({ videos = [] }: ArticleSource): { level: 'warning' | 'hint'; message: string }[] {
  return videos.flatMap((video) => {
    const found: { level: 'warning' | 'hint'; message: string }[] = [];
    const host = hostThatIsNotPlayed(video.url);
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

/** Null for what a page without `videoHosts` plays, and for what may not even be followed, which the reading of the articles has told of. */
function hostThatIsNotPlayed(url: string): string | null {
  const embed = videoEmbed(url, 0, { pageOrigin: 'https://relative.invalid' });
  return embed?.kind === 'link' ? embed.host : null;
}
