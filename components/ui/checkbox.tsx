import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  label: ReactNode
  hint?: ReactNode
}

/** A native checkbox with its label; the whole row is the target. */
export function Checkbox({ label, hint, className, id, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('flex w-fit items-start gap-2.5 py-1 pointer-coarse:py-3', className)}>
      <span className="relative flex size-5 shrink-0 items-center justify-center">
        <input
          {...rest}
          id={id}
          type="checkbox"
          className="peer size-4.5 appearance-none rounded-sm border border-edge bg-surface transition-colors duration-fast checked:border-accent checked:bg-accent aria-invalid:border-edge-danger disabled:opacity-50"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3.5 text-accent-ink peer-checked:block"
        />
      </span>
      <span className="grid">
        <span>{label}</span>
        {hint ? <span className="text-ink-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  )
}
