// The icons of what can be done with an article; see icon.tsx for their measure.
export const CHECK = 'M4 10.5l4 4 8-9';
export const CHAIN =
  'M8.5 11.5a3 3 0 0 0 4.25 0l2.5-2.5A3 3 0 0 0 11 4.75l-1 1M11.5 8.5a3 3 0 0 0-4.25 0L4.75 11A3 3 0 0 0 9 15.25l1-1';
export const MORE =
  'M4 10a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M9.5 10a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M15 10a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0';
export const NARROWER = 'M16.5 3.5l-5 5M11.5 4.5v4h4M3.5 16.5l5-5M4.5 11.5h4v4';
export const PRINTER = 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z';
export const WIDER = 'M11.5 8.5l5-5M12.5 3.5h4v4M8.5 11.5l-5 5M3.5 12.5v4h4';
