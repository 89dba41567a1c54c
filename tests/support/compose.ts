/** What an input method does to the field, as browsers report it; `write` and `end` give the whole text it has so far. */
export function compose(field: HTMLInputElement): {
  start(): void;
  write(text: string): void;
  end(text: string): void;
} {
  const before = field.value;
  const tell = (type: string, data: string): void =>
    void field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, composed: true }));
  const write = (text: string): void => {
    tell('compositionupdate', text);
    field.value = before + text;
    field.dispatchEvent(new InputEvent('input', { data: text, isComposing: true, bubbles: true, composed: true }));
  };
  return {
    start: () => tell('compositionstart', ''),
    write,
    end(text) {
      write(text);
      tell('compositionend', text);
    },
  };
}
