'use client'

import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { Input } from './input'

type FilterFieldProps = { label: string; className?: string; children: (id: string) => ReactNode }

/** A control that says which rows of a list are shown, under its label. */
export function FilterField({ label, className, children }: FilterFieldProps) {
  const id = useId()
  return (
    <div className={classNames('min-w-0', className)}>
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type Days = { from: string; to: string }
type DayFiltersProps = Days & { labels: Days; onChange: (change: Partial<Days>) => void }

/** From a day to another, both included, as YYYY-MM-DD; "" for no bound. */
export function DayFilters({ from, to, labels, onChange }: DayFiltersProps) {
  return (
    <>
      <FilterField label={labels.from}>
        {(id) => (
          <Input
            id={id}
            name="from"
            type="date"
            value={from}
            max={to || undefined}
            onChange={({ target }) => onChange({ from: target.value })}
          />
        )}
      </FilterField>
      <FilterField label={labels.to}>
        {(id) => (
          <Input
            id={id}
            name="to"
            type="date"
            value={to}
            min={from || undefined}
            onChange={({ target }) => onChange({ to: target.value })}
          />
        )}
      </FilterField>
    </>
  )
}
