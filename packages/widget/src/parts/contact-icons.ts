// The icons of the ways to a person, of recent searches and of being offline; see icon.tsx for their measure.
export const CHAT =
  'M5 4h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9.5L6 17v-3H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM6.5 7.5h7M6.5 10.5h4';
export const LINK =
  'M8 4H5a1.5 1.5 0 0 0-1.5 1.5V15A1.5 1.5 0 0 0 5 16.5h9.5A1.5 1.5 0 0 0 16 15v-3M11.5 4h5v5M16 4.5l-6 6';
export const MAIL =
  'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4zM3 6l7 5 7-5';
export const OFFLINE =
  'M3.75 3.5l13 13M7.6 5.3a5 5 0 0 1 7.1 3.5 3.4 3.4 0 0 1 1.8 5M13.5 15.25H6a3.4 3.4 0 0 1-.7-6.7c0-.5.1-.9.25-1.3';
export const ONWARD = 'M8 4.5l5.5 5.5L8 15.5';
export const PAST = 'M3.75 10a6.25 6.25 0 1 0 2-4.6L3.5 7.5M3.5 3.5v4h4M10 6.75V10l2.5 1.75';
export const PHONE = 'M5 3h2l2 4-2 2a10 10 0 0 0 4 4l2-2 4 2v2a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2z';
export const SCAN =
  'M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M7 7h2.5v2.5H7zM12.5 7v2.5M7 12.5h2.5M12.5 12.5v.5';
export const TICKET =
  'M4 5h12a1.5 1.5 0 0 1 1.5 1.5V8a2 2 0 0 0 0 4v1.5A1.5 1.5 0 0 1 16 15H4a1.5 1.5 0 0 1-1.5-1.5V12a2 2 0 0 0 0-4V6.5A1.5 1.5 0 0 1 4 5zM8 8h4M8 12h4';
