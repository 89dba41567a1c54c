import { sql, type Kysely, type Migration } from 'kysely';

type Schema = Kysely<unknown>['schema'];

/** The steps from an empty database to the tables of today, by name and in order. A step that has been released is never changed. */
export function migrationsFor(kind: 'sqlite' | 'postgres'): Record<string, Migration> {
  const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`;
  return {
    '0001-customers': { up: ({ schema }) => createCustomers(schema) },
    '0002-conversations': { up: ({ schema }) => createConversations(schema) },
    '0003-tickets': { up: ({ schema }) => createTickets(schema) },
    '0004-rest': { up: ({ schema }) => createRest(schema, bytes) },
  };
}

async function createCustomers(schema: Schema): Promise<void> {
  await schema
    .createTable('customers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('external_id', 'text', (column) => column.unique())
    .addColumn('claim_hash', 'text', (column) => column.unique())
    .addColumn('tier', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('idempotency_keys')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['owner', 'key'])
    .execute();
  await schema.createIndex('keys_by_age').on('idempotency_keys').column('created_at').execute();
}

async function createConversations(schema: Schema): Promise<void> {
  await schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('priority', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('tier', 'text')
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('opened_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('agent_id', 'text')
    .addColumn('last_event', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('conversations_by_customer').on('conversations').column('customer_id').execute();
  await schema.createIndex('conversations_by_state').on('conversations').columns(['state', 'joined_at']).execute();
  await schema
    .createTable('conversation_events')
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_events_pk', ['conversation_id', 'number'])
    .execute();
  await schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('agent_name', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('attachments', 'text')
    .execute();
  await schema.createIndex('messages_by_thread').on('messages').columns(['thread_id', 'place']).execute();
  await schema
    .createTable('announcements')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('p50_ms', 'bigint', (column) => column.notNull())
    .addColumn('p90_ms', 'bigint', (column) => column.notNull())
    .addColumn('observed_at', 'bigint', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('decided_at', 'bigint')
    .execute();
  await schema.createIndex('announcements_by_end').on('announcements').columns(['channel', 'decided_at']).execute();
}

async function createTickets(schema: Schema): Promise<void> {
  await schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('claim_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('priority', 'text', (column) => column.notNull())
    .addColumn('tier', 'text')
    .addColumn('form_id', 'text')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('tickets_by_status').on('tickets').columns(['status', 'created_at']).execute();
  await schema
    .createTable('sla_clocks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('met_at', 'bigint')
    .addColumn('missed_at', 'bigint')
    .execute();
  await schema.createIndex('clocks_by_ticket').on('sla_clocks').column('ticket_id').execute();
  await schema.createIndex('clocks_by_due').on('sla_clocks').column('due_at').execute();
}

async function createRest(schema: Schema, bytes: ReturnType<typeof sql>): Promise<void> {
  await schema
    .createTable('uploads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('thread_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('callbacks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('slot_at', 'bigint', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('callbacks_by_slot').on('callbacks').column('slot_at').execute();
  await schema
    .createTable('ratings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('solved', 'integer')
    .addColumn('text', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('reports_by_age').on('reports').column('at').execute();
}
