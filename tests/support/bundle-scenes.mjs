// The views of waiting with states by hand, as one script for a page: for their journeys and for the screenshots.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `waiting-scene.ts` with all that it draws. */
export async function bundleScenes() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('waiting-scene.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    loader: { '.css': 'text' },
    alias: { '@helpkiosk/core': fileURLToPath(new URL('../../packages/core/src/index.ts', import.meta.url)) },
    target: 'es2022',
    conditions: ['production'],
  });
  return outputFiles[0].text;
}
