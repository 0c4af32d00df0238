// What a site says of its own elements ends in the shadow root: at `.root`, not at the host, which is an element of the
// site's. What it says by custom properties comes through. Widths are the widget's own, by container queries: it may stand in a narrow column of a wide page.

const light = `
  --surface: var(--astrocal-surface, #ffffff);
  --ink: var(--astrocal-ink, #1c1917);
  --muted: var(--astrocal-muted, #57534e);
  --line: var(--astrocal-line, #e2e0dd);
  --control: var(--astrocal-control, #8a857f);
  --accent: var(--astrocal-accent, #1d4ed8);
  --on-accent: var(--astrocal-on-accent, #ffffff);
  --danger: var(--astrocal-danger, #b91c1c);
  --scheme: light;`;

const dark = `
  --surface: var(--astrocal-surface, #1b1b1f);
  --ink: var(--astrocal-ink, #f5f5f4);
  --muted: var(--astrocal-muted, #b8b5b0);
  --line: var(--astrocal-line, #3a3a40);
  --control: var(--astrocal-control, #85858d);
  --accent: var(--astrocal-accent, #8ab0ff);
  --on-accent: var(--astrocal-on-accent, #0b1220);
  --danger: var(--astrocal-danger, #fca5a5);
  --scheme: dark;`;

export const styles = `
:host { display: block; ${light} }
:host([data-theme="dark"]) { ${dark} }
@media (prefers-color-scheme: dark) { :host([data-theme="auto"]) { ${dark} } }
.root { all: initial; display: contents; color-scheme: var(--scheme); }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.widget, dialog { color: var(--ink); background: var(--surface);
  font: var(--astrocal-font-size, 15px)/1.45 var(--astrocal-font, system-ui, sans-serif); }
.widget { container-type: inline-size; border: 1px solid var(--line); text-align: start;
  border-radius: var(--astrocal-radius, 12px); overflow-wrap: anywhere; }
.body, .body-part { display: grid; gap: 16px; min-width: 0; }
.body { padding: 20px; }
dialog { border: 0; padding: 0; width: min(760px, 100vw - 16px); max-width: none; background: none;
  max-height: calc(100dvh - 16px); overflow: auto; overscroll-behavior: contain; }
dialog::backdrop { background: rgb(0 0 0 / 0.5); }
header { display: flex; gap: 12px; align-items: flex-start; }
header > div { flex: 1; display: grid; gap: 2px; min-width: 0; }
h2, h3, p, ul, ol, fieldset, legend, table, dl, dd { margin: 0; padding: 0; border: 0; }
h2 { font-size: 1.25em; font-weight: 650; line-height: 1.25; outline: none; }
h3 { font-size: 1.05em; font-weight: 600; outline: none; }
p, .muted { color: var(--muted); }
.description { white-space: pre-line; }
ul { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; }
button { cursor: pointer; border: 1px solid var(--control); background: none; min-height: 40px;
  border-radius: calc(var(--astrocal-radius, 12px) * 0.6); padding: 6px 14px; }
button:hover { border-color: var(--accent); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.plain { border-color: transparent; padding: 6px 10px; min-width: 40px; }
button.link, a { color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }
button.link { border: 0; padding: 0; min-height: 0; }
button[aria-disabled="true"] { opacity: 0.35; cursor: default; }
:is(button, input, select, textarea, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.columns { display: grid; gap: 20px; }
.month { display: flex; align-items: center; }
.month h3 { flex: 1; }
table { width: 100%; table-layout: fixed; border-spacing: 2px; }
th { font-weight: 400; color: var(--muted); font-size: 0.85em; height: 28px; }
td { padding: 0; text-align: center; }
td button { width: 100%; min-height: 40px; padding: 0; border-color: transparent;
  font-variant-numeric: tabular-nums; }
td button[aria-disabled="false"] { background: color-mix(in srgb, var(--accent) 12%, var(--surface)); font-weight: 600; }
td button[aria-disabled="true"]:hover { border-color: transparent; }
td[aria-selected="true"] button { background: var(--accent); color: var(--on-accent); }
td button[aria-current="date"] { text-decoration: underline; text-underline-offset: 3px; }
h3 + .times { margin-top: 10px; }
.times { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(92px, 1fr)); align-content: start; }
.times button { width: 100%; padding: 6px; font-variant-numeric: tabular-nums; border-color: var(--accent); }
.times small { display: block; color: var(--muted); font-size: 0.8em; }
.choices { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.choices label { display: inline-flex; gap: 6px; align-items: center; min-height: 32px; }
.field { display: grid; gap: 4px; }
.field > label { font-weight: 500; }
.field input:not([type="checkbox"]), .field select, .field textarea, .zone select { width: 100%; min-height: 40px;
  padding: 8px 10px; border: 1px solid var(--control); background: var(--surface);
  border-radius: calc(var(--astrocal-radius, 12px) * 0.6); }
.field input[type="checkbox"], .choices input { width: 18px; height: 18px; accent-color: var(--accent); }
.field textarea { min-height: 80px; resize: vertical; }
[aria-invalid="true"] { border-color: var(--danger) !important; }
.problem { color: var(--danger); font-size: 0.9em; }
.alert { color: var(--ink); border: 1px solid var(--danger); padding: 10px 12px; outline: none;
  border-radius: calc(var(--astrocal-radius, 12px) * 0.6); }
form { display: grid; gap: 16px; max-width: 34em; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (min-width: 600px) { .columns { grid-template-columns: minmax(0, 1fr) 15em; } .body { padding: 24px; } }
`;
