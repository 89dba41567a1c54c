import type { TextPart } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';

/** Text with what matched marked; every piece is a text node. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }): VNode {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}
