// The chunk report.js, loaded only for an adapter that wants to hear what happens.
export { reportEvents } from '@helpkiosk/core';
