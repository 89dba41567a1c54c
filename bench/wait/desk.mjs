// The desk at work: a simulation from event to event. A customer who gives up stays in the line as a place without a person, so that
// we learn when the turn would have come; nobody sees that place and it takes no agent's time.
import { createAgenda } from './heap.mjs';

/** How many service starts a desk remembers for each queue. */
export const STARTS_KEPT = 20;

export class Desk {
  /** `watch` is told `joined(customer)`, `turn(customer)` and, every `pollSec`, `polled(now)`. */
  constructor(site, random, watch = {}) {
    Object.assign(this, { site, random, watch, now: 0, agenda: createAgenda(), rosterAt: 0, down: false });
    this.lines = site.work.map(() => []);
    this.starts = site.work.map(() => []);
    this.handleSec = site.work.map(({ meanSec }) => meanSec * site.report.handleStart);
    this.agents = site.agents.map(({ skills }) => ({ skills, on: false, away: null, talks: [] }));
    this.agenda.add(0, 'roster');
    this.planArrival();
    for (const agent of this.agents) this.agenda.add(random.exponential(site.dropEverySec), 'drop', agent);
    if (site.outage) this.agenda.add(site.outage.at, 'outage');
    if (watch.polled) this.agenda.add(site.report.pollSec * random.next(), 'poll');
  }

  step() {
    const { at, kind, what } = this.agenda.next();
    this.now = at;
    this[kind](what);
  }

  freeOf(agent) {
    return agent.on && !agent.away ? this.site.concurrency - agent.talks.length : 0;
  }

  planArrival() {
    const { demand, demandMost } = this.site;
    let at = this.now;
    do at += this.random.exponential(1 / demandMost);
    while (this.random.next() * demandMost > demand(at));
    this.agenda.add(at, 'arrival');
  }

  arrival() {
    this.planArrival();
    const customer = this.newCustomer();
    const line = this.lines[customer.queue];
    const agent = line.some(({ gone }) => !gone) ? null : this.freeAgentFor(customer.queue);
    if (agent) return this.serve(customer, agent);
    this.queueUp(customer);
    this.agenda.add(this.now + customer.patienceSec, 'leave', customer);
    this.watch.joined?.(customer);
  }

  newCustomer() {
    const { site, random } = this;
    const shares = site.work.reduce((sum, { share }) => sum + share, 0);
    let rest = random.next() * shares;
    const queue = Math.max(
      0,
      site.work.findIndex(({ share }) => (rest -= share) < 0),
    );
    const urgency = random.next();
    const rank = urgency < site.urgentShares[0] ? 0 : urgency < site.urgentShares[0] + site.urgentShares[1] ? 1 : 2;
    const patienceSec = random.weibull(site.patience.scaleSec, site.patience.shape);
    return {
      queue,
      rank,
      at: this.now,
      patienceSec,
      silent: random.chance(site.silentShare),
      gone: false,
      ghost: false,
    };
  }

  freeAgentFor(queue) {
    let best = null;
    for (const agent of this.agents)
      if (agent.skills[queue] && this.freeOf(agent) > 0 && (!best || agent.talks.length < best.talks.length))
        best = agent;
    return best;
  }

  queueUp(customer) {
    const line = this.lines[customer.queue];
    let place = line.length;
    while (place > 0 && isAfter(line[place - 1], customer)) place--;
    line.splice(place, 0, customer);
  }

  positionOf(customer) {
    let position = 1;
    for (const other of this.lines[customer.queue]) {
      if (other === customer) break;
      if (!other.gone) position++;
    }
    return position;
  }

  serve(customer, agent) {
    const { site, random } = this;
    const { meanSec, spread } = site.work[customer.queue];
    const factor = 1 + site.slowdown * agent.talks.length;
    const lastsSec = customer.ghost ? random.between(30, 90) : factor * random.lognormal(meanSec, spread);
    const talk = { customer, agent, at: this.now, lastsSec, factor, over: false };
    customer.served = true;
    agent.talks.push(talk);
    this.agenda.add(this.now + lastsSec + (customer.ghost ? 0 : site.wrapUpSec), 'end', talk);
    if (customer.back) return;
    const starts = this.starts[customer.queue];
    starts.push({ at: this.now, waitSec: this.now - customer.at });
    this.watch.turn?.(customer);
  }

  /** The agent takes whoever is next, over all lines the agent may serve, while there is room. */
  takeNext(agent) {
    while (this.freeOf(agent) > 0) {
      let next = null;
      this.lines.forEach(([head], queue) => {
        if (head && agent.skills[queue] && (!next || isAfter(next, head))) next = head;
      });
      if (!next) return;
      this.lines[next.queue].shift();
      if (next.gone) this.watch.turn?.(next);
      else this.serve(next, agent);
    }
  }

  end(talk) {
    if (talk.over) return;
    talk.over = true;
    talk.agent.talks.splice(talk.agent.talks.indexOf(talk), 1);
    const { queue, ghost } = talk.customer;
    if (!ghost) this.handleSec[queue] += 0.02 * (talk.lastsSec - this.handleSec[queue]);
    this.takeNext(talk.agent);
  }

  leave(customer) {
    if (customer.served) return;
    if (customer.silent) customer.ghost = true;
    else customer.gone = true;
  }

  roster() {
    const { roster } = this.site;
    while (roster[this.rosterAt]?.at <= this.now) {
      const { agent, on } = roster[this.rosterAt++];
      this.agents[agent].on = on;
      if (on) this.takeNext(this.agents[agent]);
    }
    if (roster[this.rosterAt]) this.agenda.add(roster[this.rosterAt].at, 'roster');
  }

  drop(agent) {
    if (!agent.on || agent.away)
      return this.agenda.add(this.now + this.random.exponential(this.site.dropEverySec), 'drop', agent);
    this.cutOff(agent, 'drop');
    this.agenda.add(this.now + this.random.exponential(this.site.dropLastsSec), 'back', agent);
  }

  back(agent) {
    if (agent.away === 'drop') agent.away = null;
    this.agenda.add(this.now + this.random.exponential(this.site.dropEverySec), 'drop', agent);
    this.takeNext(agent);
  }

  outage() {
    this.down = true;
    for (const agent of this.agents)
      if (agent.on && this.random.chance(this.site.outage.share)) this.cutOff(agent, 'outage');
    this.agenda.add(this.now + this.random.exponential(this.site.outage.lastsSec), 'recovery');
  }

  recovery() {
    this.down = false;
    this.upAgainAt = this.now;
    for (const agent of this.agents) {
      if (agent.away !== 'outage') continue;
      agent.away = null;
      this.takeNext(agent);
    }
  }

  /** Talks break off; some of those customers come back to the head of their line. */
  cutOff(agent, why) {
    agent.away = why;
    for (const talk of agent.talks) {
      talk.over = true;
      const { customer } = talk;
      if (customer.ghost || !this.random.chance(this.site.returnShare)) continue;
      this.queueUp({ ...customer, rank: -1, back: true, served: false });
    }
    agent.talks = [];
    for (const other of this.agents) this.takeNext(other);
  }

  poll() {
    this.watch.polled(this.now);
    this.agenda.add(this.now + this.site.report.pollSec, 'poll');
  }

  /** What the host would tell of a queue; `startCount` says how many starts there had been, to look them up later. */
  report(queue) {
    const { site } = this;
    let [agents, slots, busy] = [0, 0, 0];
    for (const agent of this.agents) {
      if (!agent.skills[queue]) continue;
      busy += agent.talks.length;
      if (!agent.on || agent.away) continue;
      agents++;
      slots += site.concurrency;
    }
    const extra = Math.round(agents * site.report.idleCounted);
    const waiting = this.lines[queue].filter(({ gone }) => !gone);
    const oldest = waiting.reduce((at, customer) => (customer.rank === 2 ? Math.min(at, customer.at) : at), this.now);
    return {
      at: this.now,
      queueLength: waiting.length,
      agents: agents + extra,
      slots: slots + extra * site.concurrency,
      busy,
      handleSec: this.handleSec[queue] * site.report.handleBias,
      longestWaitSec: this.now - oldest,
      startCount: this.starts[queue].length,
    };
  }
}

/** Whether `one` is served after `other`: by urgency, then by time of coming. */
function isAfter(one, other) {
  return one.rank > other.rank || (one.rank === other.rank && one.at > other.at);
}
