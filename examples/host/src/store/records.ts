import type { Ticket } from '@helpkiosk/core';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** A database, or a transaction of it. */
export type Database = Kysely<Tables>;

/** A number of the database, whatever form the driver gives it in. */
export const asNumber = (value: number | string | bigint | null | undefined): number => Number(value ?? 0);

/** JSON that we wrote ourselves. */
export const fromJson = <T>(text: string): T => JSON.parse(text) as T;

/** What is written in a conversation or about a ticket. */
export type ThreadMessage = Ticket['messages'][number];
