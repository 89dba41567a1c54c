// npm start: from a fresh clone to a shop that works, with its host behind it. Node built-ins only until everything is built.
import { build } from './lib/build.mjs';
import { startDemoHost } from './lib/demo-host.mjs';
import { buildDemoPack, demoHeaders, demoMounts, listDemoPages, wireToHost } from './lib/demo.mjs';
import { onFreePort, readPort } from './lib/free-port.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startStaticServer } from './lib/static-server.mjs';

/** What runs, and is to be closed; a signal may come before all of it does. */
const running = [];
let isStopped = false;
const closeAll = () => Promise.all(running.splice(0).map((each) => each.close()));

try {
  const ports = { site: readPort('PORT', 4173), host: readPort('HOST_PORT', 4180) };
  await ensureInstalled();
  console.log('Building what has changed.');
  if ((await build()) === 'failed') throw new Error('The build failed: see the messages above.');
  await buildDemoPack();
  let host = null;
  const intercept = wireToHost(() => host?.url ?? null);
  const site = await onFreePort('PORT', ports.site, (port) =>
    startStaticServer({ mounts: demoMounts, headers: demoHeaders, intercept, port }),
  );
  running.push(site);
  closeOnSignal();
  host = await onFreePort('HOST_PORT', ports.host, (port) => startDemoHost({ port, sitePort: site.port }));
  running.push(host);
  if (isStopped) await closeAll();
  else await announce(site, host);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  await closeAll();
}

async function announce(site, host) {
  console.log('\nThe demo site is running:');
  for (const { path, title, language } of await listDemoPages())
    console.log(`  ${site.url}${path}  ${[language, title].filter(Boolean).join(', ')}`);
  console.log(`\nThe shop asks the reference host, where a simulated staff works:\n  ${host.url}`);
  console.log('\nPress Ctrl+C to stop them.');
}

/** The first signal closes; a second one ends at once. */
function closeOnSignal() {
  const handleSignal = () => {
    isStopped = true;
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, handleSignal);
    closeAll().catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, handleSignal);
}
