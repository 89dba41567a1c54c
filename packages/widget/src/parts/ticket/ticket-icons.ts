// The icons of tickets; see icon.tsx for their measure.
export const TICKET =
  'M4 5h12a1.5 1.5 0 0 1 1.5 1.5V8a2 2 0 0 0 0 4v1.5A1.5 1.5 0 0 1 16 15H4a1.5 1.5 0 0 1-1.5-1.5V12a2 2 0 0 0 0-4V6.5A1.5 1.5 0 0 1 4 5zM8 8h4M8 12h4';
export const DONE = 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14M7 10.2l2.2 2.2L13.2 8';
export const DEVICE =
  'M6.5 2.5h7A1.5 1.5 0 0 1 15 4v12a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 16V4a1.5 1.5 0 0 1 1.5-1.5zM9 15h2';
export const CALL = 'M5 3h2l2 4-2 2a10 10 0 0 0 4 4l2-2 4 2v2a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2z';
export const TOOL =
  'M12.5 3.5a4 4 0 0 0-3.8 5.3L3.5 14a1.8 1.8 0 0 0 2.5 2.5l5.2-5.2a4 4 0 0 0 5-5.2l-2.4 2.4-2.3-2.3z';
export const WARN = 'M8.7 4L3 14a1.5 1.5 0 0 0 1 2h12a1.5 1.5 0 0 0 1-2L11.3 4a1.5 1.5 0 0 0-2.6 0zM10 8v3M10 13.5v0';
