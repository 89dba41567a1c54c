// npm run build:demo: packs the articles of examples/script-tag. Needs a build.
import { buildDemoPack } from './lib/demo.mjs';

try {
  await buildDemoPack();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
