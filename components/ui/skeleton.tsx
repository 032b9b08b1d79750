import { classNames } from './class-names'

/** A grey bar where a text will stand. Give it the text's size so that nothing moves when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames('block h-4 animate-pulse rounded-sm bg-muted', className)} />
}
