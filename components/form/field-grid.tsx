import { type ReactNode, useId } from 'react'
import { classNames } from '@/components/ui/class-names'

/** Fields side by side where there is room. Their labels, hints, controls and errors stand in line, see `FieldFrame`. */
export function FieldGrid({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames('grid gap-x-5 sm:grid-cols-2', className)}>{children}</div>
}

type FieldGroupProps = { title: ReactNode; hint?: ReactNode; children: ReactNode }

/** Fields of a section that belong together. */
export function FieldGroup({ title, hint, children }: FieldGroupProps) {
  const hintId = useId()
  return (
    <fieldset aria-describedby={hint ? hintId : undefined} className="min-w-0 not-first:mt-2">
      <legend className="font-semibold text-ink-muted text-sm">{title}</legend>
      {hint ? (
        <p id={hintId} className="text-ink-muted text-sm">
          {hint}
        </p>
      ) : null}
      <FieldGrid className="mt-2.5">{children}</FieldGrid>
    </fieldset>
  )
}
