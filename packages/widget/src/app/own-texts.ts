import { ownText, type KeptTicket, type OutboxItem, type ShortText, type TicketDesk, type View } from '@helpkiosk/core';

/** What can be found beside articles: its text, and where it leads. */
export interface OwnText extends ShortText {
  readonly view: View;
  /** A few words beside its result. */
  readonly note?: string;
}

/** How it stands with a ticket. */
export type TicketState =
  'answered' | 'expired' | NonNullable<KeptTicket['status']> | ReturnType<TicketDesk['fateOf']>['name'];

/** What is known of the desk, and in which language. */
export interface OwnTextsOptions {
  desk: Pick<TicketDesk, 'offers' | 'kept' | 'items' | 'serves' | 'fateOf'>;
  locale: string;
  /** The words for the state of a ticket; null while they are not there. */
  stateOf: ((state: TicketState) => string) | null;
  /** Keys of what is not the customer's who is here now. */
  isForeign(key: string): boolean;
}

/** The newest tickets that are found. */
const MOST_TICKETS = 50;

/** What of the desk can be found: actions that the host offers, tickets that it has, tickets that wait to be sent. */
export function ownTexts({ desk, locale, stateOf, isForeign }: OwnTextsOptions): OwnText[] {
  const tickets = desk.kept.list.get().tickets.filter(({ key }) => !isForeign(key));
  const waiting = desk.items.get().filter(({ key, kind }) => kind === 'ticket' && !isForeign(key));
  const opens = desk.serves('getTicket');
  return [
    ...(desk.serves('runAction') ? desk.offers.get().actions : []).map(
      ({ id, title, keywords = [], fields }): OwnText => ({
        ...{ kind: 'action', id, title: ownText(title, locale) },
        keywords: [...Object.values(title), ...keywords],
        note: fields.map(({ label }) => ownText(label, locale)).join(' · '),
        view: { name: 'actions', actionId: id },
      }),
    ),
    ...tickets.slice(0, MOST_TICKETS).map((ticket) => textOf(ticket, opens, stateOf)),
    ...waiting.map((item) => textOfItem(item, stateOf?.(stateOfItem(desk.fateOf(item))))),
  ];
}

function textOf(
  { ticketId, subject, text, status = 'received', answers = 0, seen = 0 }: KeptTicket,
  opens: boolean,
  stateOf: OwnTextsOptions['stateOf'],
): OwnText {
  const note = stateOf?.(answers > seen ? 'answered' : status);
  return {
    ...{ kind: 'ticket', id: ticketId, title: subject || firstLine(text) || ticketId, line: ticketId },
    ...(note ? { note } : {}),
    view: opens ? { name: 'thread', ticketId } : { name: 'tickets' },
  };
}

/** It has no number yet, and is looked at in the list. */
function textOfItem({ key, body }: OutboxItem, note: string | undefined): OwnText {
  const { subject = '', text = '' } = Object(body) as { subject?: string; text?: string };
  return {
    ...{ kind: 'ticket', id: key, title: subject || firstLine(text) || '-' },
    ...(note ? { note } : {}),
    view: { name: 'tickets' },
  };
}

const stateOfItem = (fate: ReturnType<TicketDesk['fateOf']>): TicketState =>
  fate.name === 'dead' && fate.why === 'expired' ? 'expired' : fate.name;

const LONGEST_LINE = 200;
const firstLine = (text: string): string => text.trim().split('\n', 1)[0]!.slice(0, LONGEST_LINE);
