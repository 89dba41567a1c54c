/** preact's module without what the widget cannot reach. Throws where it is another preact than this was written for. */
export function trimPreact(code: string): string;
