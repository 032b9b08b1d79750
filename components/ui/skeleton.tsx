import { classNames } from './class-names'

/** A grey bar where a text will stand, or a pill for a badge. Give it the text's width so that nothing moves when it comes. */
export function Skeleton({ pill = false, className }: { pill?: boolean; className?: string }) {
  const shape = pill ? 'h-5.5 rounded-full' : 'h-4 rounded-sm'
  return <span aria-hidden="true" className={classNames('block animate-pulse bg-muted', shape, className)} />
}
