'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { Input } from './input'
import { Select } from './select'
import { knownValue } from './use-address-filter'
import { useTypedSearch } from './use-typed-search'

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

type ChoiceFilterProps<Value extends string> = {
  name: string
  label: string
  values: readonly Value[]
  value: Value | undefined
  /** The words of the choice that is no condition, and of each value. */
  all: string
  wordOf: (value: Value) => string
  onChange: (value: Value | undefined) => void
}

/** One value of several, or all of them. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { name, label, values, value, all, wordOf, onChange } = props
  return (
    <FilterField label={label}>
      {(id) => (
        <Select
          id={id}
          name={name}
          value={value ?? ''}
          onChange={({ target }) => onChange(knownValue(values, target.value))}
        >
          <option value="">{all}</option>
          {values.map((known) => (
            <option key={known} value={known}>
              {wordOf(known)}
            </option>
          ))}
        </Select>
      )}
    </FilterField>
  )
}

type TextFilterProps = {
  label: string
  className?: string
  text: string
  onType: (text: string) => void
  input: ComponentProps<typeof Input>
}

/** A part of a text. What is typed is looked for after a moment without a key. */
export function TextFilter({ label, className, text, onType, input }: TextFilterProps) {
  const [typed, setTyped] = useTypedSearch(text, onType)
  return (
    <FilterField label={label} className={className}>
      {(id) => (
        <Input autoComplete="off" {...input} id={id} value={typed} onChange={({ target }) => setTyped(target.value)} />
      )}
    </FilterField>
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
