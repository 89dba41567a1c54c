// The icons of waiting and of the state of the service; see ../icon.tsx for their measure.
export const AGENT =
  'M3.75 12v-2a6.25 6.25 0 0 1 12.5 0v2M4.25 10.75h1a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-1a1.5 1.5 0 0 1-1.5-1.5v-2a1.5 1.5 0 0 1 1.5-1.5zM14.75 10.75h1a1.5 1.5 0 0 1 1.5 1.5v2a1.5 1.5 0 0 1-1.5 1.5h-1a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1M15.5 15.75a3 3 0 0 1-3 2h-1.25';
export const BELL = 'M5 8.5a5 5 0 0 1 10 0c0 3.75 1.5 5 1.5 5h-13S5 12.25 5 8.5zM8.25 16a1.9 1.9 0 0 0 3.5 0';
export const DONE = 'M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 0 1 0-14.5M6.75 10.25l2.25 2.25 4.5-4.75';
export const SOUND = 'M3.5 8v4H6l3.5 3V5L6 8zM12.5 7.5a3.5 3.5 0 0 1 0 5M14.75 5.25a6.75 6.75 0 0 1 0 9.5';
