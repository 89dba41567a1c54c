export function bundleScenes(): Promise<string>;
