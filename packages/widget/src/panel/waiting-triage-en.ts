// The English words of triage, a file of their own on the wire.
export { englishTriage } from '@helpkiosk/core';
