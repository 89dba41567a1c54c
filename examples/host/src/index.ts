// The host as a module: what a script or a test starts.
export { startHost, type RunningHost } from './start-host.js';
export type { HostOptions } from './options.js';
export type { HostLimits } from './http/answer-request.js';
export type { RateLimit } from './http/rate-limit.js';
export type { IdentityOptions } from './identity/owners-tokens.js';
export type { Desk, DeskEvent, Words } from './desk/desk.js';
export type { TicketDesk } from './desk/ticket-desk.js';
export type { Agent, Waiting } from './desk/line.js';
export type { HostStore, Records } from './store/store.js';
export type { FieldCheck, HostAction, HostTicketForm, Shop } from './shop/shop.js';
export type { SimulatedStaff, StaffOptions } from './staff/simulated-staff.js';
export type { HostWorld } from './world.js';
