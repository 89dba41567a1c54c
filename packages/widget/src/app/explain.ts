// The chunk explain.js: sentences for the people who build, loaded when something is wrong.
export { explain, logError, warnOfVerb } from '@helpkiosk/core';
