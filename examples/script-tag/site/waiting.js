// The waiting room of the demo: a simulated desk for the widget, and the strip that turns it. It is the page's own; no other page loads it.
const RECORD = 'quayside-desk';
const tag = document.getElementById('help-tag');
const config = JSON.parse(document.getElementById('help-config').textContent);
/** A file that lies beside the tag. */
const fetchBeside = (name) => import(new URL(name, tag.src).href);

/** The desk is kept for all pages and tabs of this browser; where nothing may be kept, each page has its own. */
const record = {
  read: () => attempt(() => localStorage.getItem(RECORD)) ?? null,
  write: (text) => attempt(() => localStorage.setItem(RECORD, text)),
  listen(heard) {
    const hear = ({ key }) => key === RECORD && heard();
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  },
};

const { createMemoryAdapter } = await fetchBeside('desk/simulated-desk.js');
const kept = record.read();
const { adapter, controls } = createMemoryAdapter({ record, startHour: 10 });
// What was kept is not taken up again when it is too old.
if (kept === null || record.read() !== kept) {
  controls.setLoad('peak');
  controls.setQueue(11);
  controls.setSpeed(10);
}

// Calls made before the tag has arrived wait for it.
window.HelpKiosk ??= Object.assign((...call) => new Promise((...settle) => window.HelpKiosk.q.push([call, settle])), {
  q: [],
});
const started = window.HelpKiosk('init', { ...config, adapter });
startStrip();
await started;
await fetchBeside('elements.js');

function startStrip() {
  const strip = document.getElementById('strip');
  const time = document.getElementById('time');
  const acts = {
    urgent: controls.urgentTicket,
    next: controls.nextCustomer,
    line: () => controls.setQueue(11),
    anew: startOver,
    ask: () => window.HelpKiosk('open'),
  };
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-act]');
    if (!button) return;
    void acts[button.dataset.act]();
    void show();
  });
  strip.addEventListener('change', ({ target: { name, value, checked } }) => {
    if (name === 'load') controls.setLoad(value);
    else if (name === 'speed') controls.setSpeed(Number(value));
    else if (name === 'outage') controls.outage(checked);
    else if (value) controls.setTime(Number(value));
    time.value = '';
    void show();
  });
  const words = new Intl.DateTimeFormat(document.documentElement.lang, {
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' },
  });
  const write = (part, text) => {
    const place = document.querySelector(`[data-desk=${part}]`);
    if (place.textContent !== text) place.textContent = text;
  };
  /** What is set, and what the desk says of itself: another tab may have turned it. */
  async function show() {
    const { at, load, outage, speed } = controls.state();
    const { queue, agents } = await adapter.getServiceStatus({}, { signal: new AbortController().signal });
    write('clock', words.format(at));
    write('line', `${queue.queueLength}`);
    write('agents', `${agents.online}`);
    write('busy', `${queue.busySlots}/${queue.slots}`);
    for (const input of strip.querySelectorAll('input')) {
      const { name, value } = input;
      input.checked = name === 'load' ? value === load : name === 'speed' ? Number(value) === speed : outage;
    }
  }
  strip.disabled = false;
  void show();
  setInterval(show, 500);
}

/** A new desk, and no place in its line: for all tabs. */
function startOver() {
  attempt(() => localStorage.removeItem(`hk:live=${config.name}`));
  attempt(() => localStorage.removeItem(RECORD));
  location.reload();
}

function attempt(run) {
  try {
    return run();
  } catch {
    return undefined; // this browser keeps nothing
  }
}
