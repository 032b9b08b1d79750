import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

type FieldFrameProps = {
  /** The control's id. The hint's and the error's ids follow from it, see `fieldIds`. */
  id: string
  label: ReactNode
  /** A word such as "Required" after the label; for the eye alone, the control says it by `aria-required`. */
  mark?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Stands on the error's line, under an error where there is one. It has the line's height also when it says nothing. */
  note?: ReactNode
  /** Sits at the end of the label's line: a counter, a link. */
  accessory?: ReactNode
  className?: string
  /**
   * Takes four rows of the grid around it, for label, hint, control and error, so that those of fields side by side stand in line
   * whichever of them a field has. The grid must have no row gap.
   */
  aligned?: boolean
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
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, mark, hint, error, note, accessory, className, aligned = false, children } = props
  const { hintId, errorId } = fieldIds(id, { hint: Boolean(hint), error: Boolean(error) })
  return (
    <div
      className={classNames(
        'min-w-0',
        aligned ? 'row-span-4 grid grid-cols-[minmax(0,1fr)] grid-rows-subgrid pb-1' : 'flex flex-col',
        className,
      )}
    >
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <span className="flex min-w-0 items-baseline gap-1.5">
          <label htmlFor={id} className="font-medium text-ink">
            {label}
          </label>
          {mark ? (
            <span aria-hidden="true" className="text-ink-subtle text-xs">
              {mark}
            </span>
          ) : null}
        </span>
        {accessory ? <span className="text-ink-subtle text-xs">{accessory}</span> : null}
      </div>
      {hint ? (
        <p id={hintId} className="mb-1 text-ink-muted text-sm">
          {hint}
        </p>
      ) : null}
      <div className="row-start-3">{children}</div>
      <div className="row-start-4">
        {error || !note ? <FieldError id={errorId}>{error}</FieldError> : null}
        {note}
      </div>
    </div>
  )
}

/** The line for a field's error: there even when empty, so that the layout does not move. */
export function FieldError({ id, className, children }: { id: string; className?: string; children?: ReactNode }) {
  return (
    <p id={id} className={classNames('flex min-h-6 items-start gap-1 pt-1 text-danger-text text-xs', className)}>
      {children ? (
        <>
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0">{children}</span>
        </>
      ) : null}
    </p>
  )
}
