import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type AlertTone = 'info' | 'success' | 'warning' | 'danger'

const toneStyle: Record<AlertTone, { className: string; icon: LucideIcon; iconClassName: string }> = {
  info: { className: 'border-info-text/30 bg-info-soft', icon: Info, iconClassName: 'text-info-text' },
  success: {
    className: 'border-success-text/30 bg-success-soft',
    icon: CircleCheck,
    iconClassName: 'text-success-text',
  },
  warning: {
    className: 'border-warning-text/30 bg-warning-soft',
    icon: TriangleAlert,
    iconClassName: 'text-warning-text',
  },
  danger: { className: 'border-danger-text/30 bg-danger-soft', icon: CircleAlert, iconClassName: 'text-danger-text' },
}

export type AlertProps = Omit<ComponentProps<'div'>, 'title'> & {
  tone?: AlertTone
  title?: ReactNode
  /** Buttons or links under the text. */
  actions?: ReactNode
}

/**
 * A message in the page. A danger is announced at once (role=alert) unless a role is given: a message that the focus is moved to must have
 * another one, or it would be read twice. With an `id`, its title and its text have the ids `${id}-title` and `${id}-text`.
 */
export function Alert({ tone = 'info', id, title, actions, className, children, ...rest }: AlertProps) {
  const { className: toneClass, icon: Icon, iconClassName } = toneStyle[tone]
  const role = 'role' in rest ? rest.role : tone === 'danger' ? 'alert' : undefined
  return (
    <div
      {...rest}
      id={id}
      role={role}
      className={classNames('flex gap-2.5 rounded-md border px-3.5 py-3', toneClass, className)}
    >
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', iconClassName)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title ? (
          <p id={id && `${id}-title`} className="font-semibold">
            {title}
          </p>
        ) : null}
        {children ? (
          <div id={id && `${id}-text`} className="min-w-0 text-ink-muted">
            {children}
          </div>
        ) : null}
        {actions ? <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
