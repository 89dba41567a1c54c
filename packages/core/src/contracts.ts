// The types that packages share with one another, with hosts, and with the acceptance harnesses, which call them exactly as written.
// Functions of the contract are implemented, with these types, in the packages; docs/architecture.md tells which file.
// Units: durations are milliseconds (…Ms), instants are epoch milliseconds (…At, …By). Positions are 1-based. A number that is absent is unknown.
// The 64 kB cap of an article source is counted in bytes. A file for each subject in contracts/. Add to it freely; rename or re-shape only with an ADR.
export type * from './contracts/ground.js';
export type * from './contracts/content.js';
export type * from './contracts/search.js';
export type * from './contracts/waiting.js';
export type * from './contracts/outbox.js';
export type * from './contracts/host.js';
export type * from './contracts/config.js';
