import { CircleAlert, CircleCheck, CircleDashed, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Spinner } from './spinner'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

const toneStyle: Record<Tone, { className: string; icon: LucideIcon }> = {
  neutral: { className: 'bg-muted text-ink-muted', icon: CircleDashed },
  info: { className: 'bg-info-soft text-info-text', icon: Info },
  success: { className: 'bg-success-soft text-success-text', icon: CircleCheck },
  warning: { className: 'bg-warning-soft text-warning-text', icon: TriangleAlert },
  danger: { className: 'bg-danger-soft text-danger-text', icon: CircleAlert },
}

/** A short status. Its tone is told by an icon too, never by colour alone; `busy` turns the icon into a spinner. */
export function Badge({
  tone = 'neutral',
  busy = false,
  children,
}: {
  tone?: Tone
  busy?: boolean
  children: ReactNode
}) {
  const { className, icon: Icon } = toneStyle[tone]
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 w-fit items-center gap-1 whitespace-nowrap rounded-full ps-1.5 pe-2 font-medium text-xs',
        className,
      )}
    >
      {busy ? <Spinner className="size-3.5" /> : <Icon aria-hidden="true" className="size-3.5 shrink-0" />}
      {children}
    </span>
  )
}
