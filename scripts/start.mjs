// npm start: from a fresh clone to a page that works. Node built-ins only.
import { build } from './lib/build.mjs';
import { buildDemoPack, demoHeaders, demoMounts, listDemoPages } from './lib/demo.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startStaticServer } from './lib/static-server.mjs';

const firstPort = Number(process.env.PORT ?? 4173);
const triedPorts = 20;

try {
  if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65_535) {
    throw new Error(`PORT is ${process.env.PORT}: set it to a number between 0 and 65535, or leave it out.`);
  }
  await ensureInstalled();
  console.log('Building what has changed.');
  if ((await build()) === 'failed') throw new Error('The build failed: see the messages above.');
  await buildDemoPack();
  const server = await startOnFreePort();
  await announce(server);
  closeOnSignal(server);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function startOnFreePort() {
  for (let port = firstPort; ; port += 1) {
    try {
      return await startStaticServer({ mounts: demoMounts, headers: demoHeaders, port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
      const isLast = port - firstPort + 1 >= triedPorts || port === 65_535;
      if (isLast)
        throw new Error(`The ports from ${firstPort} to ${port} are taken: set PORT to a free one.`, { cause: error });
    }
  }
}

async function announce({ url, port }) {
  if (firstPort !== 0 && port !== firstPort) console.log(`Port ${firstPort} is taken, so this is port ${port}.`);
  console.log('\nThe demo site is running:');
  for (const { path, title, language } of await listDemoPages())
    console.log(`  ${url}${path}  ${[language, title].filter(Boolean).join(', ')}`);
  console.log('\nPress Ctrl+C to stop it.');
}

function closeOnSignal(server) {
  const handleSignal = () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, handleSignal);
    void server.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, handleSignal);
}
