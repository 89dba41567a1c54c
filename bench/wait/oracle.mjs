// What one could know at best: who knows every rate, every roster and every talk's age, but not what chance will bring. It plays the
// desk on from the very moment of joining, many times over, and takes the quantiles of what comes out. Of outages to come it knows nothing.
import { createAgenda } from './heap.mjs';
import { Desk } from './desk.mjs';

/** Seconds until the turn of `customer`: `{p50, p90}` over `plays` futures of `desk`, or null when none of them served the customer. */
export function oracleForecast(desk, customer, { plays, random, mostSec = 4 * 3600 }) {
  const waits = [];
  for (let play = 0; play < plays; play++) {
    const wait = playOn(desk, customer, random, mostSec);
    if (wait !== null) waits.push(wait);
  }
  waits.sort((one, other) => one - other);
  if (waits.length === 0) return null;
  const quantile = (share) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))];
  return { p50: quantile(0.5), p90: quantile(0.9) };
}

function playOn(desk, customer, random, mostSec) {
  let turnAt = null;
  const copies = new Map();
  const fork = forkDesk(desk, random, copies, (served) => {
    if (served === copies.get(customer)) turnAt = fork.now;
  });
  const until = desk.now + mostSec;
  while (turnAt === null && fork.now < until) fork.step();
  return turnAt === null ? null : turnAt - desk.now;
}

function forkDesk(desk, random, copies, turn) {
  const { site, now, rosterAt, down, handleSec } = desk;
  const fork = Object.assign(Object.create(Desk.prototype), {
    site,
    now,
    rosterAt,
    down,
    handleSec: [...handleSec],
    random,
    watch: { turn },
    agenda: createAgenda(),
    starts: desk.starts.map(() => []),
  });
  const { agenda } = fork;
  fork.lines = desk.lines.map((line) => line.map((customer) => forkWaiting(fork, customer, copies)));
  fork.agents = desk.agents.map((agent) => forkAgent(fork, agent));
  if (site.roster[rosterAt]) agenda.add(site.roster[rosterAt].at, 'roster');
  if (down) agenda.add(now + random.exponential(site.outage.lastsSec), 'recovery');
  fork.planArrival();
  return fork;
}

/** How long they stay is drawn anew, given how long they have stayed. */
function forkWaiting(fork, customer, copies) {
  const { scaleSec, shape } = fork.site.patience;
  const copy = { ...customer };
  copies.set(customer, copy);
  if (copy.gone || copy.ghost || copy.back) return copy;
  const waited = fork.now - copy.at;
  copy.patienceSec = scaleSec * ((waited / scaleSec) ** shape - Math.log(fork.random.next())) ** (1 / shape);
  fork.agenda.add(copy.at + copy.patienceSec, 'leave', copy);
  return copy;
}

function forkAgent(fork, agent) {
  const { site, random, now, agenda } = fork;
  const copy = { ...agent, talks: [] };
  if (agent.away === 'drop') agenda.add(now + random.exponential(site.dropLastsSec), 'back', copy);
  else agenda.add(now + random.exponential(site.dropEverySec), 'drop', copy);
  for (const talk of agent.talks) {
    const again = { ...talk, agent: copy, lastsSec: drawRest(fork, talk) };
    copy.talks.push(again);
    agenda.add(Math.max(now, talk.at + again.lastsSec + (talk.customer.ghost ? 0 : site.wrapUpSec)), 'end', again);
  }
  return copy;
}

/** A talk's whole length, drawn anew, given how long it has lasted. */
function drawRest({ site, random, now }, { customer, at, factor, lastsSec }) {
  const lasted = now - at;
  if (customer.ghost) return Math.max(lasted, random.between(30, 90));
  if (lasted > lastsSec) return lastsSec;
  const { meanSec, spread } = site.work[customer.queue];
  for (let attempt = 0; attempt < 40; attempt++) {
    const whole = factor * random.lognormal(meanSec, spread);
    if (whole >= lasted) return whole;
  }
  return lasted + random.exponential(meanSec);
}
