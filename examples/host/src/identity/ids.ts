import { randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when read aloud (Crockford, base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A name with a prefix, such as `conversation-2K9…`; 80 bits of chance. */
export const createId = (prefix: string): string => `${prefix}-${signs(16)}`;

/** A number that people can read to one another: `HK-4T9ZQ-2MXWB`; 50 bits of chance. */
export const createTicketNumber = (): string => `HK-${signs(5)}-${signs(5)}`;

const signs = (count: number): string => [...randomBytes(count)].map((byte) => SIGNS[byte & 31]).join('');
