import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const variantClass: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink shadow-card hover:bg-accent-hover',
  secondary: 'border border-edge bg-surface text-ink shadow-card hover:bg-hover',
  ghost: 'text-ink-muted hover:bg-muted hover:text-ink',
  danger: 'bg-danger text-accent-ink shadow-card hover:bg-danger-hover',
}

const sizeClass: Record<ButtonSize, string> = {
  small: 'h-control-sm gap-1.5 px-2.5 text-sm',
  medium: 'h-control gap-2 px-3.5 text-base',
  large: 'h-10 gap-2 px-4 text-base',
}

/** The look that a button and a link dressed as one share. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames(
    'relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded font-medium',
    'transition-colors duration-fast pointer-coarse:min-h-touch',
    'disabled:opacity-50 aria-disabled:cursor-default',
    variantClass[variant],
    sizeClass[size],
    className,
  )
}
