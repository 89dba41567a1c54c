// How the state of the service is put into words, apart from how it is drawn: each half is a file of its own on the wire.
export { createTimeWording, formatAge } from '@helpkiosk/core';
export { wordJoin } from '../parts/waiting/join-words.js';
export { wordBusyHours } from '../parts/waiting/busy-hours-words.js';
export { wordBanners, wordFigures, wordStrip } from '../parts/waiting/status-words.js';
export { wordWeek } from '../parts/waiting/week-hours-words.js';
