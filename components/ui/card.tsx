import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** A raised surface. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={classNames('rounded-lg border bg-surface shadow-card', className)} />
}

type SectionCardProps = Omit<ComponentProps<'section'>, 'title'> & {
  /** The section is labelled by its heading, whose id is `${id}-title`. */
  id: string
  title: ReactNode
  description?: ReactNode
  /** Sits at the end of the heading's line. */
  actions?: ReactNode
  headingLevel?: 2 | 3
}

/** A titled part of a page on a surface of its own. */
export function SectionCard({
  id,
  title,
  description,
  actions,
  headingLevel = 2,
  className,
  children,
  ...rest
}: SectionCardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section
      {...rest}
      id={id}
      aria-labelledby={`${id}-title`}
      className={classNames('rounded-lg border bg-surface shadow-card', className)}
    >
      <div className="flex flex-wrap items-start justify-between gap-3 border-b px-4 py-3.5 sm:px-5">
        <div className="grid gap-0.5">
          <Heading id={`${id}-title`} className="font-semibold text-lg">
            {title}
          </Heading>
          {description ? <p className="max-w-prose text-ink-muted text-sm">{description}</p> : null}
        </div>
        {actions}
      </div>
      <div className="px-4 py-4 sm:px-5">{children}</div>
    </section>
  )
}
