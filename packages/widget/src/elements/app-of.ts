import type { App, StartApp } from '../app-contract.js';

/** Resolves to the app of the widget with this name, or of the first one on the page; waits for the page to be parsed. */
export async function appOf(name: string): Promise<App> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const hosts = [...document.querySelectorAll('help-kiosk')];
  const host = hosts.find((each) => !name || (each as HTMLElement).dataset['name'] === name);
  const start = (host as { [key: symbol]: unknown } | undefined)?.[Symbol.for('helpkiosk')] as StartApp | undefined;
  if (!start)
    throw new Error(name ? `HelpKiosk: no widget named ${name} on this page` : 'HelpKiosk: no widget on this page');
  return start();
}
