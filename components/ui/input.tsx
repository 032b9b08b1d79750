import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlClass } from './control-style'

/** A single line of text. `aria-invalid` turns its frame red. */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      {...rest}
      type={type}
      className={controlClass(classNames('h-control px-3 read-only:bg-muted pointer-coarse:h-touch', className))}
    />
  )
}
