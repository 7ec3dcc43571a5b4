/** Text for machines, whole, in a frame that scrolls by itself where a line is long. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by the keyboard
      tabIndex={0}
      className="mt-2 max-h-112 overflow-auto border border-rule bg-panel"
      dir="ltr"
    >
      <pre className="p-3 small whitespace-pre">{children}</pre>
    </section>
  );
}
