'use client'

import { Check } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'

type MenuChoiceProps = Omit<ComponentProps<'button'>, 'type' | 'role'> & { icon?: ReactNode; checked: boolean }

const itemClass =
  'flex h-control w-full items-center gap-2.5 rounded px-2.5 text-start text-ink hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-touch'

/** One choice of a group in a menu. */
export function MenuChoice({ icon, checked, className, children, ...rest }: MenuChoiceProps) {
  return (
    <button
      {...rest}
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      className={classNames(itemClass, className)}
    >
      {icon ? <span className="text-ink-muted">{icon}</span> : null}
      <span className="flex-1">{children}</span>
      {checked ? <Check aria-hidden="true" className="size-4 text-accent-text" /> : null}
    </button>
  )
}

/** Choices of which one holds, under a caption. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const labelId = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu.
    <div role="group" aria-labelledby={labelId} className="not-last:mb-1 not-last:border-b not-last:pb-1">
      <p id={labelId} className="px-2.5 pt-1.5 pb-1 font-medium text-ink-subtle text-xs">
        {label}
      </p>
      {children}
    </div>
  )
}
