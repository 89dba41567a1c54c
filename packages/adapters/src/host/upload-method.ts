import type { Attachment, HelpAdapter } from '@helpkiosk/core';
import { answerOf } from './answers.js';
import type { HostPorts } from './host-ports.js';

/** A percent-encoded file name of more than so many characters is cut in its middle. */
const LONGEST_NAME = 800;

/** Sends a file as it is; its name and type are in headers. */
export function uploadMethod({ openFile }: HostPorts): Required<Pick<HelpAdapter, 'upload'>> {
  return {
    async upload({ key, name, type, data, progress }, { signal }) {
      const headers = { 'content-type': type || 'application/octet-stream', 'helpkiosk-name': encodeName(name) };
      const request = { method: 'upload', path: 'uploads', body: data, key, headers, progress, signal };
      const attachment = await answerOf(openFile, request, 'id');
      progress(1);
      return attachment as Attachment;
    },
  };
}

/** Headers hold no other letters than ASCII. */
function encodeName(name: string): string {
  const letters = [...name.replace(/\p{Cs}/gu, '\uFFFD')];
  const encoded = (): string => encodeURIComponent(letters.join(''));
  while (encoded().length > LONGEST_NAME) letters.splice(letters.length >> 1, 1);
  return encoded() || '_';
}
