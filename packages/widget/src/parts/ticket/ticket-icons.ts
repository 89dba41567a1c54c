// The icons of tickets; see icon.tsx for their measure.
export const DONE = 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14M7 10.2l2.2 2.2L13.2 8';
export const DEVICE =
  'M6.5 2.5h7A1.5 1.5 0 0 1 15 4v12a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 16V4a1.5 1.5 0 0 1 1.5-1.5zM9 15h2';
export const TOOL =
  'M12.5 3.5a4 4 0 0 0-3.8 5.3L3.5 14a1.8 1.8 0 0 0 2.5 2.5l5.2-5.2a4 4 0 0 0 5-5.2l-2.4 2.4-2.3-2.3z';
