// The icons of the results of a search; see icon.tsx for their measure.
export const ENTER = 'M16 5v4.5a2 2 0 0 1-2 2H5M8 8l-3.5 3.5L8 15';
export const PLAY = 'M6 4.5l9 5.5-9 5.5z';
