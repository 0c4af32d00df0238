type Value = string | number | boolean | null | undefined | ((event: Event) => void);

/** An element with its attributes, listeners (`onclick`) and children. Text stays text: nothing is ever parsed. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  values: Readonly<Record<string, Value>> = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "function") element.addEventListener(name.slice("on".length), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

let made = 0;

/** An id that nothing else in the document has. */
export function newId(): string {
  made += 1;
  return `astrocal-${made}`;
}
