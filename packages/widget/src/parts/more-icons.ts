// The icons of the views that come after the first paint; see icon.tsx for their measure.
export const ALERT = 'M8.7 4L3 14a1.5 1.5 0 0 0 1 2h12a1.5 1.5 0 0 0 1-2L11.3 4a1.5 1.5 0 0 0-2.6 0zM10 8v3M10 13.5v0';
export const ARTICLE = 'M6 3h8a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM7 7h6M7 10h6M7 13h3';
export const FOLDER =
  'M3 15V5a1.5 1.5 0 0 1 1.5-1.5H8L10 6h6a1.5 1.5 0 0 1 1.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5H4.5A1.5 1.5 0 0 1 3 15z';
export const INFO = 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14M10 9.5v4M10 6.75v0';
