import type { Attachment, FormField, Problem } from '@helpkiosk/core';
import type { Call } from '../http/route.js';
import { HostProblem } from '../problem.js';
import type { Records } from '../store/store.js';
import type { Uploads } from '../store/uploads.js';

/** The files that a body names by `attachments`, which belong to a ticket or conversation from now on. Throws 422 with a problem for each that is not the customer's own. */
export async function ownAttachments(
  { body }: Pick<Call, 'body'>,
  { uploads }: Records,
  { customerId, threadId }: { customerId: string; threadId: string },
): Promise<Attachment[]> {
  const { attachments: ids = [] } = body as { attachments?: readonly string[] };
  const files = await uploads.ofCustomer(customerId, [...new Set(ids)]);
  const problems = ids.flatMap((id, place) =>
    files.some((file) => file.id === id)
      ? []
      : [{ path: `attachments[${place}]`, message: 'is no file that you uploaded' }],
  );
  if (problems.length) throw new HostProblem(422, { problems });
  await uploads.attach(ids, threadId);
  return files;
}

/** The same for fields of a form that take files: by id, one or several. Throws 422 with a problem for each field that names what is not the customer's own. */
export async function checkFileFields(
  values: Readonly<Record<string, unknown>>,
  fields: readonly FormField[],
  { uploads, customerId, threadId }: { uploads: Uploads; customerId: string; threadId: string },
): Promise<void> {
  const problems: Problem[] = [];
  for (const { id, kind } of fields) {
    const value = kind === 'file' && Object.hasOwn(values, id) ? values[id] : null;
    const named = [...new Set([value ?? []].flat())];
    const ids = named.filter((each) => typeof each === 'string' && each !== '') as string[];
    const own = await uploads.ofCustomer(customerId, ids);
    if (own.length < ids.length || named.some((each) => typeof each !== 'string'))
      problems.push({ path: `fields.${id}`, message: 'is no file that you uploaded' });
    else await uploads.attach(ids, threadId);
  }
  if (problems.length) throw new HostProblem(422, { problems });
}
