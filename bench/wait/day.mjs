// One day of a desk as its customers see it: a sample of those who had to wait, each with what a browser would have been told.
import { Desk } from './desk.mjs';
import { createRandom } from './random.mjs';
import { drawSite, HOUR } from './site.mjs';

export const REGIMES = ['calm', 'busy', 'overload', 'handover', 'outage'];

/**
 * The day of `seed`. A visit: `{queue, rank, joinedAt, turnAt, leftAt, regime, sightings}`; `turnAt` is when the turn came, or would have
 * come to one who left at `leftAt`. A sighting: `{at, position, report}`, the first at joining, the others at the host's polls.
 * `most` bounds about how many visits are kept. `onJoin(visit, desk)` may look at the desk at that moment.
 */
export function recordDay(seed, { most = 200, onJoin } = {}) {
  const site = drawSite(seed);
  const sampler = createRandom(seed * 3 + 1);
  const share = Math.min(1, most / (0.35 * expectedCustomers(site)));
  const open = new Map();
  const visits = [];
  const desk = new Desk(site, createRandom(seed * 3 + 2), {
    joined(customer) {
      if (desk.now < HOUR || desk.now > 23.5 * HOUR || !sampler.chance(share)) return;
      const { queue, rank } = customer;
      const sightings = [{ at: desk.now, position: desk.positionOf(customer), report: desk.report(queue) }];
      const visit = { queue, rank, joinedAt: desk.now, regime: regimeOf(desk, queue), sightings };
      open.set(customer, visit);
      onJoin?.(visit, desk, customer);
    },
    turn(customer) {
      const visit = open.get(customer);
      if (!visit) return;
      open.delete(customer);
      visits.push(visit);
      visit.turnAt = desk.now;
      if (customer.gone) visit.leftAt = customer.at + customer.patienceSec;
    },
    polled() {
      const reports = new Map();
      for (const [customer, visit] of open) {
        if (customer.gone || customer.ghost) continue;
        if (!reports.has(customer.queue)) reports.set(customer.queue, desk.report(customer.queue));
        const report = reports.get(customer.queue);
        visit.sightings.push({ at: desk.now, position: desk.positionOf(customer), report });
      }
    },
  });
  while (desk.now < 28 * HOUR && (desk.now < 23.5 * HOUR || open.size > 0)) desk.step();
  return { site, starts: desk.starts, visits: visits.filter(({ joinedAt, turnAt }) => turnAt - joinedAt > 1) };
}

function expectedCustomers({ demand }) {
  let sum = 0;
  for (let hour = 0; hour < 24; hour += 0.25) sum += demand(hour * HOUR) * HOUR * 0.25;
  return sum;
}

/** What kind of time it is, which only we know. Much staff that comes or goes within minutes makes a handover. */
function regimeOf(desk, queue) {
  const { site, now } = desk;
  if (desk.down || (desk.upAgainAt !== undefined && now - desk.upAgainAt < 900)) return 'outage';
  const [before, present, after] = [-600, 0, 900].map((sec) => rosteredAt(site, queue, now + sec));
  if (Math.max(before, after) > 1.4 * Math.max(present, 0.5) || Math.min(before, after) < 0.6 * present)
    return 'handover';
  const load =
    (site.demand(now) * site.meanWork * (1 + site.slowdown * (site.concurrency - 1) * 0.8)) / site.concurrency;
  const agents = Math.max(0.5, rosteredAt(site, null, now));
  return load > 1.05 * agents ? 'overload' : load > 0.8 * agents ? 'busy' : 'calm';
}

function rosteredAt(site, queue, sec) {
  const on = new Set();
  for (const { at, agent, on: comes } of site.roster) {
    if (at > sec) break;
    if (comes && (queue === null || site.agents[agent].skills[queue])) on.add(agent);
    else if (!comes) on.delete(agent);
  }
  return on.size;
}
