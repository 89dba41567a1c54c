// The Chinese words of triage, a file of their own on the wire.
export { chineseTriage } from '@helpkiosk/core';
