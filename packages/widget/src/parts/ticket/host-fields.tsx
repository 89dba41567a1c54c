import { ownText, type FormField } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import { Field, fieldId, valueOf, type FieldAria } from './field.js';

export interface HostFieldsProps {
  fields: readonly FormField[];
  values: Readonly<Record<string, string>>;
  /** The reader's language. */
  locale: string;
  /** What is wrong with a field, by its id; empty where nothing is. */
  problemOf(id: string): string | undefined;
  words: { optional: string; choose: string };
  onChange(id: string, value: string): void;
  /** Draws a field for files; without it such a field is left out. */
  files?: (field: FormField, aria: FieldAria) => VNode;
}

const TYPES = { text: 'text', email: 'email', phone: 'tel', date: 'date' } as const;
const FILLS = { text: 'off', email: 'email', phone: 'tel', date: 'off' } as const;

/** The fields that a host has declared, in its order and its words. */
export function HostFields({ fields, files, ...rest }: HostFieldsProps): VNode {
  const { values, locale, problemOf, words } = rest;
  return (
    <>
      {fields
        .filter(({ kind }) => kind !== 'file' || files)
        .map((field) => (
          <Field
            key={field.id}
            id={fieldId(field.id)}
            label={ownText(field.label, locale)}
            help={ownText(field.help, locale)}
            optional={field.required ? '' : words.optional}
            problem={problemOf(field.id)}
            control={(aria) =>
              field.kind === 'file' ? files!(field, aria) : drawControl(field, aria, values[field.id] ?? '', rest)
            }
          />
        ))}
    </>
  );
}

function drawControl(
  { id, kind, choices = [] }: FormField,
  aria: FieldAria,
  value: string,
  { locale, words, onChange }: Omit<HostFieldsProps, 'fields' | 'files'>,
): VNode {
  switch (kind) {
    case 'longtext':
      return <textarea {...aria} rows={3} value={value} onInput={(event) => onChange(id, valueOf(event))} />;
    case 'choice':
      return (
        <select {...aria} onChange={(event) => onChange(id, valueOf(event))}>
          <option value="" selected={!value}>
            {words.choose}
          </option>
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {ownText(choice.label, locale)}
            </option>
          ))}
        </select>
      );
    default: {
      const known = kind as keyof typeof TYPES;
      return (
        <input
          {...aria}
          type={TYPES[known] as 'text'}
          autocomplete={FILLS[known]}
          dir={kind === 'email' || kind === 'phone' ? 'ltr' : 'auto'}
          value={value}
          onInput={(event) => onChange(id, valueOf(event))}
        />
      );
    }
  }
}
