// The tables as kysely sees them. Instants and durations are whole ms; what is a text here and not one to people is JSON.

export interface Tables {
  customers: {
    id: string;
    /** `sub` of the owner's token; null for an anonymous customer. */
    external_id: string | null;
    claim_hash: string | null;
    tier: string | null;
    created_at: number;
  };
  idempotency_keys: {
    owner: string;
    key: string;
    hash: string;
    /** Null while the work is under way. */
    answer: string | null;
    created_at: number;
  };
  conversations: {
    id: string;
    customer_id: string;
    state: string;
    request: string;
    locale: string;
    priority: string;
    topic: string | null;
    tier: string | null;
    joined_at: number;
    opened_at: number | null;
    ended_at: number | null;
    agent_id: string | null;
    /** Of the newest event; events are numbered from 1. */
    last_event: number;
  };
  conversation_events: { conversation_id: string; number: number; type: string; body: string; at: number };
  messages: {
    id: string;
    /** Of a conversation or a ticket. */
    thread_id: string;
    place: number;
    author: string;
    agent_name: string | null;
    text: string;
    at: number;
    attachments: string | null;
  };
  announcements: {
    conversation_id: string;
    channel: string;
    p50_ms: number;
    p90_ms: number;
    observed_at: number;
    joined_at: number;
    /** `hit`, `miss`, or `none` for who left before the bound; null while it is open. */
    outcome: string | null;
    decided_at: number | null;
  };
  tickets: {
    id: string;
    customer_id: string;
    claim_hash: string;
    status: string;
    subject: string;
    request: string;
    locale: string;
    priority: string;
    tier: string | null;
    form_id: string | null;
    fields: string;
    created_at: number;
  };
  sla_clocks: {
    id: string;
    ticket_id: string;
    started_at: number;
    due_at: number;
    met_at: number | null;
    missed_at: number | null;
  };
  uploads: {
    id: string;
    customer_id: string;
    name: string;
    type: string;
    bytes: number;
    data: Uint8Array;
    /** Ticket or conversation that names it; null for none yet. */
    thread_id: string | null;
    created_at: number;
  };
  callbacks: {
    id: string;
    customer_id: string;
    phone: string;
    slot_at: number;
    request: string;
    created_at: number;
  };
  ratings: {
    id: string;
    customer_id: string;
    subject: string;
    score: number;
    /** 1 for yes, 0 for no. */
    solved: number | null;
    text: string | null;
    created_at: number;
  };
  reports: { id: string; name: string; at: number; data: string };
}
