import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type FieldFrameProps = {
  /** The control's id. The hint's and the error's ids follow from it, see `fieldIds`. */
  id: string
  label: ReactNode
  /** A word such as "Optional" or "Required" after the label. */
  mark?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Sits at the end of the label's line: a counter, a link. */
  accessory?: ReactNode
  className?: string
  children: ReactNode
}

/** The ids of a field's hint and error, and what its control has to name in `aria-describedby`. */
export function fieldIds(id: string, has: { hint: boolean; error: boolean }) {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [has.error && errorId, has.hint && hintId].filter(Boolean).join(' ') || undefined
  return { hintId, errorId, describedBy }
}

/**
 * Label, hint, control and error of one field. The line under the control is always there and is the gap to the next
 * field, so that an error that appears moves nothing.
 */
export function FieldFrame({ id, label, mark, hint, error, accessory, className, children }: FieldFrameProps) {
  const { hintId, errorId } = fieldIds(id, { hint: Boolean(hint), error: Boolean(error) })
  return (
    <div className={classNames('flex min-w-0 flex-col', className)}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium text-ink">
          {label}
          {mark ? <span className="ms-1.5 font-normal text-ink-subtle text-xs">{mark}</span> : null}
        </label>
        {accessory ? <span className="text-ink-subtle text-xs">{accessory}</span> : null}
      </div>
      {hint ? (
        <p id={hintId} className="mb-1 text-ink-muted text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  )
}

/** The line for a field's error: there even when empty, so that the layout does not move. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <p id={id} className="flex min-h-6 items-start gap-1 pt-1 text-danger-text text-xs">
      {children ? (
        <>
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0">{children}</span>
        </>
      ) : null}
    </p>
  )
}
