import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlClass } from './control-style'

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={controlClass(classNames('field-sizing-content min-h-20 px-3 py-2 read-only:bg-muted', className))}
    />
  )
}
