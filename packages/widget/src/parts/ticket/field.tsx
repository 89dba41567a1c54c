import { h, type VNode } from 'preact';

/** What a control has to carry so that its label, help and problem belong to it. */
export interface FieldAria {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

export interface FieldProps {
  /** Within the shadow root. */
  id: string;
  label: string;
  /** The word for "optional"; empty where the field must be filled. */
  optional?: string;
  help?: string;
  problem?: string | undefined;
  control(aria: FieldAria): VNode;
}

/** The id of the control of a host's own field. */
export const fieldId = (id: string): string => `hk-field-${id}`;

/** A label above, its control, help under it, and the problem beside it. */
export function Field({ id, label, optional = '', help = '', problem, control }: FieldProps): VNode {
  const described = [problem && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(' ');
  return (
    <div class="ask">
      <label for={id}>
        <b>
          <bdi>{label}</bdi>
        </b>
        {optional && <small>{optional}</small>}
      </label>
      {control({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(problem ? { 'aria-invalid': true as const } : {}),
        ...(optional ? {} : { 'aria-required': true as const }),
      })}
      {help && (
        <small id={`${id}-help`}>
          <bdi>{help}</bdi>
        </small>
      )}
      <Wrong id={id} problem={problem} />
    </div>
  );
}

/** What is wrong with a field, where something is. */
export function Wrong({ id, problem }: { id: string; problem: string | undefined }): VNode | null {
  if (!problem) return null;
  return (
    <p class="wrong" id={`${id}-problem`}>
      <bdi>{problem}</bdi>
    </p>
  );
}

/** The value of a control after an event of it. */
export const valueOf = ({ currentTarget }: { currentTarget: { value: string } }): string => currentTarget.value;

/** What stands at the top when something has to be mended: how many things, and a way to each. */
export function Wrongs({
  title,
  problems,
  onGo,
}: {
  title: string;
  problems: readonly { id: string; text: string }[];
  onGo: (id: string) => void;
}): VNode | null {
  if (!problems.length) return null;
  return (
    <div class="wrongs" role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      <ul>
        {problems.map(({ id, text }) => (
          <li>
            {id ? (
              <button type="button" class="link" onClick={() => onGo(id)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
