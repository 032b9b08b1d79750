import type { ChangeEvent } from 'react'

type WireInputProps = { name: string; value: string; onValueChange: (value: string) => void }

/**
 * Carries the value of the wire for a control that shows something else. It can be neither seen nor reached by keyboard or screen reader,
 * but it is a real input: scripts and the browser read the value there, and may set it.
 */
export function WireInput({ name, value, onValueChange }: WireInputProps) {
  return (
    <input
      type="text"
      name={name}
      value={value}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onValueChange(event.target.value)}
      tabIndex={-1}
      aria-hidden="true"
      autoComplete="off"
      className="pointer-events-none absolute inset-0 size-full opacity-0"
    />
  )
}
