import { classNames } from './class-names'

/**
 * The frame that every text-like control shares. On a coarse pointer the text is 16 px, because iOS zooms the page
 * into any smaller input.
 */
export function controlClass(className?: string): string {
  return classNames(
    'block w-full min-w-0 rounded border border-edge bg-surface text-base text-ink shadow-card',
    'transition-colors duration-fast hover:border-ink-subtle',
    'focus-visible:border-accent-text focus-visible:outline-offset-0',
    'aria-invalid:border-edge-danger aria-invalid:bg-danger-soft/40',
    'disabled:bg-muted disabled:text-ink-subtle disabled:hover:border-edge',
    'pointer-coarse:text-lg',
    className,
  )
}
