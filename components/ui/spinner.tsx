import { LoaderCircle } from 'lucide-react'
import { classNames } from './class-names'

/** A turning ring. Decorative: the text beside it, or the busy control around it, says what is going on. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={classNames('size-4 shrink-0 animate-spin', className)} />
}
