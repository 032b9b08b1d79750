import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** The accessible name, also shown as the tooltip. */
  label: string
  icon: ReactNode
  size?: 'small' | 'medium'
}

/** A button that shows only an icon; its label is its accessible name. */
export function IconButton({ label, icon, size = 'medium', type = 'button', className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded text-ink-muted transition-colors duration-fast',
        'hover:bg-muted hover:text-ink disabled:opacity-50 pointer-coarse:size-touch',
        size === 'small' ? 'size-control-sm' : 'size-control',
        className,
      )}
    >
      {icon}
    </button>
  )
}
