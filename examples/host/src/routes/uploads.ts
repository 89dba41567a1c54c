import { checkFileType, readFileName } from '../check/check-file.js';
import type { Services } from '../http/route.js';
import { createId } from '../identity/ids.js';
import type { HostWorld } from '../world.js';

/** `POST /v1/uploads`: a file of the customer's, to be named by a ticket or a message. */
export function uploadServices({ world }: { world: HostWorld }): Services {
  return {
    'POST /v1/uploads': {
      async handle({ headers, body, customer }, { uploads }) {
        const data = body as Buffer;
        const name = readFileName(headers['helpkiosk-name']);
        const type = checkFileType(headers['content-type'], data);
        const file = { id: createId('file'), name, type, bytes: data.length };
        await uploads.add({ customerId: customer!.id, file, data, at: world.now() });
        return { status: 201, body: file };
      },
    },
  };
}
