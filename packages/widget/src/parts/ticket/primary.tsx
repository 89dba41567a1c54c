import { h, type VNode } from 'preact';

export interface PrimaryProps {
  label: string;
  /** It cannot be used now. It keeps the focus all the same, which browsers take from a control that becomes disabled. */
  isOff: boolean;
  onPress: () => void;
}

/** The one button of a form that sends it. */
export function Primary({ label, isOff, onPress }: PrimaryProps): VNode {
  return (
    <button
      type="button"
      class="primary"
      aria-disabled={isOff ? 'true' : undefined}
      onClick={isOff ? undefined : onPress}
    >
      {label}
    </button>
  );
}
