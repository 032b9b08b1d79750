import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> & {
  label: ReactNode
  /** Put it into the accessible description by `aria-describedby` of its id. */
  hint?: ReactNode
  hintId?: string
}

/** A checkbox that presents itself as an on/off switch; the whole row is the target. */
export function Switch({ label, hint, hintId, className, ...rest }: SwitchProps) {
  return (
    <div className={classNames('grid', className)}>
      <label className="flex w-fit items-start gap-3 py-1 pointer-coarse:py-3">
        <span className="relative inline-flex h-5 w-9 shrink-0">
          <input
            {...rest}
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox exposes its checked state itself.
            role="switch"
            className="peer size-full appearance-none rounded-full border border-edge bg-muted transition-colors duration-base checked:border-accent checked:bg-accent aria-invalid:border-edge-danger disabled:opacity-50"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-[3px] my-auto size-3.5 rounded-full bg-ink-muted shadow-card transition-transform duration-base peer-checked:translate-x-4 peer-checked:bg-accent-ink rtl:peer-checked:-translate-x-4"
          />
        </span>
        <span className="font-medium">{label}</span>
      </label>
      {hint ? (
        <span id={hintId} className="ps-12 text-ink-muted text-sm">
          {hint}
        </span>
      ) : null}
    </div>
  )
}
