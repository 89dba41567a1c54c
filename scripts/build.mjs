// npm run build [-- --force]
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

try {
  await ensureInstalled();
  const outcome = await build({ force: process.argv.includes('--force') });
  if (outcome === 'fresh') console.log('Nothing has changed since the last build.');
  if (outcome === 'failed') process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
