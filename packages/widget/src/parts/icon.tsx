import type { VNode } from 'preact';

// Our own set: a grid of 20 px, a stroke of 1.5 px in the colour of the text.
const PATHS = {
  alert:
    'M8.7 3.7a1.5 1.5 0 0 1 2.6 0l5.7 10.05a1.5 1.5 0 0 1-1.3 2.25H4.3A1.5 1.5 0 0 1 3 13.75zM10 7.5v3.5M10 13.5v.01',
  article:
    'M6.25 2.75h7.5a2 2 0 0 1 2 2v10.5a2 2 0 0 1-2 2h-7.5a2 2 0 0 1-2-2V4.75a2 2 0 0 1 2-2zM7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3',
  back: 'M12 4.5L6.5 10l5.5 5.5',
  close: 'M5.25 5.25l9.5 9.5M14.75 5.25l-9.5 9.5',
  enter: 'M15.75 4.75v4.75a2 2 0 0 1-2 2H4.5M7.75 8.25L4.5 11.5l3.25 3.25',
  folder:
    'M2.75 15V5a1.5 1.5 0 0 1 1.5-1.5h3.5l2 2.25h6a1.5 1.5 0 0 1 1.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5H4.25A1.5 1.5 0 0 1 2.75 15z',
  info: 'M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 0 1 0-14.5M10 9.5v4M10 6.75v.01',
  link: 'M8 3.5H4.75a1.5 1.5 0 0 0-1.5 1.5v10.25a1.5 1.5 0 0 0 1.5 1.5H15a1.5 1.5 0 0 0 1.5-1.5V12M11.5 3.5h5v5M16.25 3.75L9.5 10.5',
  mail: 'M4.25 4.25h11.5a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5H4.25a1.5 1.5 0 0 1-1.5-1.5v-8.5a1.5 1.5 0 0 1 1.5-1.5zM3 6l7 5 7-5',
  next: 'M8 4.5l5.5 5.5L8 15.5',
  offline:
    'M3.75 3.5l13 13M7.6 5.3a5 5 0 0 1 7.1 3.5 3.4 3.4 0 0 1 1.8 5M13.5 15.25H6a3.4 3.4 0 0 1-.7-6.7c0-.5.1-.9.25-1.3',
  phone:
    'M5.1 2.9h1.8c.5 0 .9.3 1 .8l.6 2.5c.1.4 0 .8-.3 1.1L6.9 8.6a10 10 0 0 0 4.5 4.5l1.3-1.3c.3-.3.7-.4 1.1-.3l2.5.6c.5.1.8.5.8 1v1.8c0 1.3-1.1 2.3-2.3 2.2C8.4 16.5 3.5 11.6 2.9 5.2 2.8 4 3.8 2.9 5.1 2.9z',
  search: 'M14.25 9a5.25 5.25 0 1 1-10.5 0a5.25 5.25 0 0 1 10.5 0M13 13l3.75 3.75',
};

export type IconName = keyof typeof PATHS;
const POINTS_ALONG_THE_LINE: ReadonlySet<IconName> = new Set<IconName>(['back', 'next', 'enter']);

/** One picture of the set; hidden from screen readers, mirrored in right-to-left text where it points. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class={POINTS_ALONG_THE_LINE.has(name) ? 'icon flip' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
