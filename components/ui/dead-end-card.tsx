import type { ReactNode } from 'react'
import { Card } from './card'
import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

type DeadEndCardProps = {
  icon: ReactNode
  title: ReactNode
  /** Why. */
  children: ReactNode
  /** The way on. */
  back: { href: string; text: ReactNode }
}

/** What stands in place of a page's content that is not there for the user: why, and where to go instead. */
export function DeadEndCard({ icon, title, children, back }: DeadEndCardProps) {
  return (
    <Card>
      <EmptyState icon={icon} title={title} actions={<LinkButton href={back.href}>{back.text}</LinkButton>}>
        {children}
      </EmptyState>
    </Card>
  )
}
