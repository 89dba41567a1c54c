// It is the customer's turn: a mark in the title of the page, a sound and a notification where they were allowed.
import type { AlertsPort, Env } from '@helpkiosk/core';

const MARK = '\u25cf ';

export interface TurnAlerts extends AlertsPort {
  call(turn: { leads: boolean; sound: boolean }): void;
  /** Takes the mark and the notification away. */
  hush(): void;
}

/** Nothing is asked of the browser before `ask`. The notification says the title of the page, which the owner has worded. */
export function createTurnAlerts(name: string, env: Pick<Env, 'visible'>): TurnAlerts {
  let marked = '';
  let shown: Notification | null = null;
  const hush = (): void => {
    if (marked && document.title === MARK + marked) document.title = marked;
    marked = '';
    shown?.close();
    shown = null;
  };
  return {
    read: () => (typeof Notification === 'function' ? Notification.permission : 'unsupported'),
    ask: async () => (typeof Notification === 'function' ? Notification.requestPermission() : null),
    call({ leads, sound }) {
      hush();
      marked = document.title;
      document.title = MARK + marked;
      if (!leads) return;
      if (sound) playTurn();
      if (env.visible.get() || typeof Notification !== 'function' || Notification.permission !== 'granted') return;
      try {
        shown = new Notification(marked, { tag: `hk-turn-${name}` });
        shown.onclick = () => (window.focus(), hush());
      } catch {
        // phones show notifications of service workers alone; the mark and the sound are there
      }
    },
    hush,
  };
}

/** Two soft tones, a fourth apart. A page that was not touched may not sound: then it stays silent. */
function playTurn(): void {
  try {
    const audio = new AudioContext();
    const volume = audio.createGain();
    volume.connect(audio.destination);
    volume.gain.setValueAtTime(0.12, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.9);
    [0, 0.22].forEach((delay, index) => {
      const tone = audio.createOscillator();
      tone.frequency.value = index ? 784 : 587;
      tone.connect(volume);
      tone.start(audio.currentTime + delay);
      tone.stop(audio.currentTime + 0.9);
      if (index) tone.onended = () => void audio.close();
    });
  } catch {
    // no sound on this device
  }
}
