// How the place in line is put into words, apart from how it is drawn: each half is a file of its own on the wire.
export { createTimeWording } from '@helpkiosk/core';
export { wordJoin } from '../parts/waiting/join-words.js';
export { speakWait, wordWait } from '../parts/waiting/wait-words.js';
export { otherWays } from './other-ways.js';
