'use client'

import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-frame'
import { fieldId } from './field-id'
import { useWholeError } from './use-field'

type FieldEntryProps = {
  /** The path of the entry on the wire. */
  base: string
  title: string
  /** The button that takes the entry off; without it the entry stays. */
  remove?: { id: string; label: string; onRemove: () => void }
  /** Further buttons. */
  actions?: ReactNode
  children: ReactNode
}

/** One entry of a list: its fields under a title of its own. */
export function FieldEntry({ base, title, remove, actions, children }: FieldEntryProps) {
  const error = useWholeError(base)
  const id = fieldId(base)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={error ? `${id}-error` : undefined}
      className="min-w-0 rounded-md border bg-canvas/60 px-4 pt-2.5 pb-1"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={`${id}-title`} className="font-semibold">
          {title}
        </h3>
        <div className="-me-2 flex flex-wrap items-center gap-1">
          {actions}
          {remove ? (
            <Button id={remove.id} variant="ghost" size="small" onClick={remove.onRemove}>
              <Trash2 aria-hidden="true" className="size-3.5" />
              {remove.label}
            </Button>
          ) : null}
        </div>
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children}
    </fieldset>
  )
}
