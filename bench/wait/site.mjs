// One support desk, drawn from its seed: who works when, what customers want, how patient they are, what goes wrong. Times are seconds
// from midnight. Nothing here is fitted to anybody's desk: the ranges are wide, so that an estimator cannot lean on one kind of site.
import { createRandom } from './random.mjs';

export const HOUR = 3600;

/** The desk of `seed`, for one day and the night after it. */
export function drawSite(seed) {
  const random = createRandom(seed);
  const { between, betweenLog, chance, whole } = random;
  const chat = chance(0.55);
  const staff = Math.round(betweenLog(3, 50));
  const queueCount = staff < 7 ? 1 : random.pick([1, 1, 2, 2, 2, 3]);
  const site = {
    seed,
    chat,
    staff,
    queueCount,
    concurrency: chat ? whole(2, 6) : 1,
    work: drawWork(random, chat, queueCount),
    slowdown: chat ? between(0, 0.15) : 0,
    wrapUpSec: !chat && chance(0.4) ? between(5, 50) : 0,
    patience: drawPatience(random, chat),
    silentShare: chat ? between(0, 0.3) : 0,
    urgentShares: [between(0.002, 0.03), between(0.03, 0.14)],
    dropEverySec: betweenLog(5, 14) * HOUR,
    dropLastsSec: between(6, 18) * 60,
    returnShare: between(0.2, 0.8),
    outage: chance(0.35)
      ? { at: between(8.5, 19) * HOUR, share: between(0.35, 0.85), lastsSec: between(8, 32) * 60 }
      : null,
    report: {
      pollSec: random.pick([5, 10, 15, 15, 30]),
      handleBias: chance(0.35) ? betweenLog(0.68, 1.4) : 1,
      handleStart: betweenLog(0.78, 1.28),
      idleCounted: chance(0.25) ? between(0.02, 0.15) : 0,
    },
  };
  const { agents, roster } = drawRoster(random, site);
  return { ...site, agents, roster, ...drawDemand(random, site) };
}

function drawWork(random, chat, queueCount) {
  const base = chat ? random.betweenLog(330, 950) : random.betweenLog(140, 520);
  return Array.from({ length: queueCount }, (_, queue) => ({
    meanSec: base * (queue === 0 ? 1 : random.between(1.1, 2)),
    spread: random.between(0.5, 1.05),
    share: queue === 0 ? 1 : random.between(0.25, 0.6),
  }));
}

/** Weibull: a shape above 1 means that people grow less patient. One site in five has customers most of whom go within minutes. */
function drawPatience(random, chat) {
  if (random.chance(0.2)) return { scaleSec: random.between(140, 200), shape: random.between(0.9, 1.2) };
  return {
    scaleSec: chat ? random.betweenLog(450, 2000) : random.betweenLog(220, 1100),
    shape: random.between(0.75, 1.4),
  };
}

function drawRoster(random, { staff, queueCount }) {
  const agents = [];
  const roster = [];
  const late = random.chance(0.35) ? random.between(2, 11) * 60 : 0;
  const hire = (from, to, mealAt) => {
    const agent = agents.push({ skills: drawSkills(random, queueCount) }) - 1;
    const start = from <= 0 ? 0 : from + late * random.next() + random.between(-150, 240);
    const end = to + random.between(-300, 300);
    const away = (at, lastsSec) => {
      if (at > start + 900 && at + lastsSec < end - 900)
        roster.push({ at, agent, on: false }, { at: at + lastsSec, agent, on: true });
    };
    roster.push({ at: start, agent, on: true }, { at: end, agent, on: false });
    if (mealAt) away((mealAt + random.between(0, 2)) * HOUR, random.between(25, 45) * 60);
    for (let at = start + 1.6 * HOUR; at < end; at += random.between(1.7, 2.7) * HOUR)
      away(at, random.between(5, 13) * 60);
  };
  const night = Math.max(1, Math.round(staff * random.between(0.1, 0.25)));
  const early = Math.round(staff * random.between(0.45, 0.8));
  const evening = Math.max(1, Math.round(staff * random.between(0.35, 0.75)));
  const [morning, afternoon, bedtime] = [random.between(7, 9), random.between(15, 17), random.between(22, 24)];
  for (let i = 0; i < night; i++) hire(0, morning * HOUR, 0);
  for (let i = 0; i < early; i++) hire(morning * HOUR, afternoon * HOUR, 11.3);
  for (let i = early; i < staff; i++) hire(random.between(9, 10.5) * HOUR, random.between(17, 19) * HOUR, 11.7);
  for (let i = 0; i < evening; i++) hire(afternoon * HOUR, bedtime * HOUR, 18.4);
  for (let i = 0; i < night; i++) hire(bedtime * HOUR, 34 * HOUR, 0);
  // Somebody on each shift must be able to take everything.
  const firsts = [0, night, night + staff, night + staff + evening];
  for (const agent of firsts) agents[agent].skills = agents[agent].skills.map(() => true);
  roster.sort((one, other) => one.at - other.at);
  return { agents, roster };
}

function drawSkills(random, queueCount) {
  const best = random.whole(0, queueCount - 1);
  return Array.from({ length: queueCount }, (_, queue) => queue === best || random.chance(0.4));
}

/** Customers an hour over the day: two or three humps on a floor, perhaps a launch that breaks in and fades. */
function drawDemand(random, { staff, concurrency, slowdown, work, wrapUpSec }) {
  const shares = work.reduce((sum, { share }) => sum + share, 0);
  const meanWork = work.reduce((sum, { share, meanSec }) => sum + share * meanSec, 0) / shares + wrapUpSec;
  const humps = [
    { at: random.between(9.5, 11.5), width: random.between(0.8, 1.6), height: random.between(0.6, 1) },
    { at: random.between(14, 16), width: random.between(0.8, 1.6), height: random.between(0.5, 1) },
    { at: random.between(19.5, 21.5), width: random.between(0.7, 1.5), height: random.between(0.1, 0.7) },
  ];
  const shape = (hour) =>
    humps.reduce((sum, { at, width, height }) => sum + height * Math.exp(-0.5 * ((hour - at) / width) ** 2), 0.07) +
    (hour > 7.5 && hour < 22 ? 0.16 : 0);
  const top = Math.max(...Array.from({ length: 240 }, (_, i) => shape(i / 10)));
  const slotsWork = (staff * 0.85 * concurrency) / (1 + slowdown * (concurrency - 1) * 0.8) / meanWork;
  const peak = (random.between(0.72, 1.3) * slotsWork) / top;
  const launch = random.chance(0.35)
    ? { at: random.between(9, 20) * HOUR, height: random.between(0.4, 2) * top, fadeSec: random.between(15, 65) * 60 }
    : null;
  const demand = (sec) => {
    const extra = launch && sec > launch.at ? launch.height * Math.exp((launch.at - sec) / launch.fadeSec) : 0;
    return peak * (shape((sec / HOUR) % 24) + extra);
  };
  return { demand, demandMost: peak * (top + (launch?.height ?? 0)) * 1.01, meanWork, launch, handleMean: meanWork };
}
