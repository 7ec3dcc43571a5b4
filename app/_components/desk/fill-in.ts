/** A text with a value in the place that is kept for it: "{name}" in a text made before the value was known. */
export function fillIn(text: string, name: string, value: string): string {
  return text.split(`{${name}}`).join(value);
}
