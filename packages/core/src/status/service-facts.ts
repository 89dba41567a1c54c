import type { HelpConfig } from '../contracts.js';
import type { ReadNotice } from './notices.js';
import type { WeekLoad } from './week-load.js';

/** How far a status may be trusted by its age: within `pollMs`, within twice that, or no longer. */
export type Freshness = 'live' | 'stale' | 'unknown';

/**
 * A host's status after every figure was checked. null is "not known": nothing here is guessed. What changes by the
 * minute (state, agents, queue, wait, peak) is null once freshness is unknown; accuracy, load and notices stay.
 */
export interface ServiceFacts {
  readonly freshness: Freshness;
  /** Since the host looked, in ms; null without a status, or for one from the future. */
  readonly ageMs: number | null;
  /** How often to ask, in ms, for status and queue. */
  readonly pollMs: number;
  readonly state: 'open' | 'busy' | 'closed' | 'unknown';
  /** What `state` rests on: the host's word, or office hours where the host says nothing that still counts. */
  readonly basis: 'host' | 'hours' | 'none';
  /** When the open office closes. */
  readonly closesAt: number | null;
  /** When the closed office opens. */
  readonly opensAt: number | null;
  /** Open, and the hours name no closing within 370 days. */
  readonly alwaysOpen: boolean;
  readonly agents: { readonly online: number; readonly available: number | null } | null;
  readonly queueLength: number | null;
  readonly wait: { readonly p50Ms: number; readonly p90Ms: number; readonly samples: number | null } | null;
  /** How often the announced wait was kept; null under 20 samples. */
  readonly accuracy: { readonly samples: number; readonly withinP90: number } | null;
  /** Load above the owner's threshold: the host's word, else from `peakAt` of the slots busy; null where neither is known. */
  readonly peak: boolean | null;
  readonly load: WeekLoad | null;
  /** The worst first, then the newest. */
  readonly notices: readonly ReadNotice[];
}

/** What the owner's page says itself; it holds without a back end. */
export type OwnStatus = Pick<HelpConfig, 'peakAt'> & { readonly notices?: unknown };
