// npm run build:demo: the demo of examples/script-tag as a folder that any web space can serve.
import { relative } from 'node:path';
import { build } from './lib/build.mjs';
import { buildDemoSite, demoFolder } from './lib/demo.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/run.mjs';

try {
  await ensureInstalled();
  if ((await build()) === 'failed') throw new Error('The build failed: see the messages above.');
  const { pages, version } = await buildDemoSite();
  console.log(
    `${relative(root, demoFolder)} holds ${pages.join(', ')} with the widget ${version}. Copy it to any path of any web space.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
