import type { TriageLanguage, TriageWords } from '../triage-types.js';

// `TriageWords` tells how the entries are written.
const words: TriageWords = {
  safety: {
    5: `
      gas (leak/smell*) | smell* … (gas/smoke/burning) | on fire | caught fire | smok(e/ing) | explod* | explosion | sparks |
      electric shock | swallow* | chok* | wrong dose | overdose | allergic | can't breathe | unconscious | bleeding |
      injur* | dangerous | poison* | (stuck/trapped) in … (lift/elevator) | brake* … (stop*/fail*/not) |
      emergency (line/call/number) | suicid* | ambulance`,
  },
  takeover: {
    5: `
      hack* | hijack* | someone (is using/is buying/got into/logged in) | stolen |
      (card/phone/wallet/account) … taken | compromised | breach | leak* | fraud* | unauthori(s/z)ed | phish* |
      identity theft | by (somebody/someone) else | other customers' | (did not/didn't/never) make`,
  },
  outage: {
    5: 'everything is down | nobody can | no one can | production … (down/stop*)',
    3: 'outage | (is/are/went/goes) (down/offline) | server* down | 50(2/3) | unreachable',
  },
  everyone: {
    2: `
      production | all (our/of/the) | everyone | everybody | whole (company/team) | thousands | every hour |
      per hour`,
  },
  travel: {
    2: 'flight | plane | train | boarding | departure | gate | check in | take off | surgery',
    5: 'at the (airport/gate/station)',
  },
  'within-hours': {
    3: 'tonight | in (#/an/a/two/three/four/five/few) (min*/hour*) | right now | today',
  },
  urgent: {
    3: `
      urgent* | asap | as soon as possible | emergency | immediately | right (now/away) | time (sensitive/critical) |
      (high/top) priority | expedite* | critical | quick (reply/answer/response) | hurry | (need/back) … now`,
    1: 'need | soon | please help',
    2: 'quickly',
  },
  deadline: {
    2: `
      today | tonight | tomor* | deadline | due | (this/by) (morning/noon/afternoon/evening/week/friday/monday) |
      (on/is) (mon/tues/wednes/thurs/fri/satur/sun)day | close of business | end of day | within … (days/hours) |
      in (#/two) days`,
    3: 'in (#/an/two/three) (min*/hour*)',
  },
  occasion: {
    1: `
      exam | interview | presentation | meeting | wedding | court | client* | rent | landlord | guests | visa |
      embassy | move* | payroll | tax | deadline | auditor* | customs | answer | sorted | fixed | arrive*`,
  },
  money: {
    3: `
      (charged/billed/debited/paid) … (twice/again/double/after) | double (charge*/bill*) | (charged/billed) me |
      money back | (took/lost/losing) … (money/euros/dollars/pounds) |
      (money/dollars/euros/pounds) … (gone/left/missing/never) | per day | overcharged | chargeback`,
  },
  legal: {
    3: `
      lawyer* | attorney | solicitor | legal | sue | court | gdpr | ombudsman | police |
      consumer (rights/protection/office)`,
  },
  stuck: {
    3: "can't work | cannot work | day of work | no access to any*",
    1: "locked out | can't (get in/access/log in) | cannot (get in/access/log in)",
  },
  patience: {
    [-4]: `
      not … urgent | no (rush/hurry) | isn't urgent | not an emergency | when* you (can/have) | take your time |
      low priority | urgent care`,
  },
  anger: {
    3: `
      angry | furious | outrag* | livid | fed up | sick of | unacceptable | ridiculous | disgust* | disgrace* |
      shame* | appalling | awful | horrible | terrible | worst | pathetic | useless | incompeten* | idiot* | stupid |
      garbage | trash | rubbish | crap | a joke | scam* | thie(f/ves) | theft | liar* | lying | wtf | hell | damn |
      bullshit | fuck* | shit* | sucks | frustrat* | disappointed | unbelievable |
      (nobody/no one) (even/answers/reads/replies/cares/picks up) | complain | i give up | had enough |
      are you (kidding/serious/joking) | do you (actually/even) | you people | on purpose | treated like | so called |
      another apology | not happy | waste of | rude | copy paste | annoyed | hate | ignor(ed/ing) | cost me`,
    2: 'annoying | still (not/no/waiting) | how hard',
  },
  sarcasm: {
    3: `
      (great/wonderful/fantastic/brilliant/nice/lovely) … (another/again) | congratulations | bravo | well done |
      oh (great/wonderful/lovely) | thanks (for nothing/a lot) | love (paying/waiting) |
      what a (great/wonderful/lovely) (service/company)`,
  },
  history: {
    3: `
      follow up (to/on) | (ticket/case/ref*) … # | (earlier/previous) (ticket/case) | (third/fourth/fifth) time |
      (tried/did) everything | still open | reopen*`,
    2: 'tried | reinstall* | (three/four/five/several/many) times',
  },
  several: {
    3: '(three/four/five/several) (questions/issues/problems/points) | first … second | complicated',
    1: 'migrat* | audit* | furthermore | in addition',
  },
  delicate: { 3: 'passed away | died | deceased | funeral | inheritance' },
  person: {
    6: `
      (speak/talk/chat/connect*/transfer/pass) … (human/person/agent/someone/staff/manager) | real person | human |
      live (agent/chat) | call me | phone number | who is dealing | someone who knows`,
  },
  trouble: {
    2: `
      where (is/are) my | where's my | not | never | no | nothing | cannot |
      (can/won/do/does/did/is/are/has/have/was)n't | without | missing | wrong | different | error* | fail* | crash* |
      broken | damaged | scratch* | stuck | stop* | freez* | blank | lost | expired | declined | reject* | refus* |
      disconnect* | drops | keeps | still | strange | instead | (check/look) (if/what/into) | problem | locked | but |
      twice | spam | went down | than`,
  },
  'how-to': {
    [-3]: `
      how (do/can/would/should/to/could/long/many/much/often) | how i can | where (can/do/to) | difference | guide |
      tutorial | docs | tell me how | way to | setting for`,
    [-2]: `
      is there | are there | (can/could) (i/we/you/u) | do (you/i/we) | does | is (it/a/the/your) |
      what (is/are/does/do/time/sizes/happens) | which | wheres the | where is the | can the | price list`,
  },
  'in-advance': {
    [-6]: 'in case | curious | what if | how do i report | (fire/emergency) (rating/contact/drill)',
  },
};

/** What triage knows of English. */
export const englishTriage: TriageLanguage = { language: 'en', words };
