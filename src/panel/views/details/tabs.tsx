import type { ComponentChildren } from 'preact';

export interface Tab<T extends string> {
  readonly id: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly current: T;
  readonly onChange: (id: T) => void;
  readonly children: ComponentChildren;
}

/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them. `children` is what the current one shows. */
export function Tabs<T extends string>({ label, tabs, current, onChange, children }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex(({ id }) => id === current);
    const next = step && tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label: name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === current}
            aria-controls="tab-panel"
            tabIndex={id === current ? 0 : -1}
            onClick={() => onChange(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" tabIndex={-1} aria-labelledby={`tab-${current}`}>
        {children}
      </div>
    </>
  );
}
