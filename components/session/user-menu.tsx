'use client'

import { ChevronDown, Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Menu } from '@/components/ui/menu'
import { MenuChoice, MenuGroup } from '@/components/ui/menu-item'
import type { UserRole } from '@/lib/contract/enums'
import { applyTheme, type Theme, themes } from './theme'

type UserMenuProps = {
  name: string
  email: string
  role: UserRole
  theme: Theme
}

const themeIcon = { system: Monitor, light: Sun, dark: Moon }

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}

/** Who is signed in and in which role, and the theme. */
export function UserMenu({ name, email, role, theme: savedTheme }: UserMenuProps) {
  const t = useTranslations('shell')
  const [theme, setTheme] = useState(savedTheme)

  function choose(chosen: Theme) {
    applyTheme(chosen)
    setTheme(chosen)
  }

  return (
    <Menu
      triggerLabel={t('userMenu', { name })}
      triggerClassName="flex h-control items-center gap-2 rounded ps-1 pe-2 text-ink-muted transition-colors duration-fast hover:bg-muted hover:text-ink pointer-coarse:h-touch"
      trigger={
        <>
          <span
            aria-hidden="true"
            // Generated content: as a text of the button it would have to be part of its name.
            data-initials={initials(name)}
            className="flex size-7 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-text text-xs before:content-[attr(data-initials)]"
          />
          <span className="max-w-40 truncate font-medium max-md:hidden">{name}</span>
          <ChevronDown aria-hidden="true" className="size-3.5" />
        </>
      }
      header={
        <>
          <p className="truncate font-semibold">{name}</p>
          <p className="truncate text-ink-muted text-sm">{email}</p>
          <p className="mt-1 text-ink-subtle text-xs">{t(`roles.${role}`)}</p>
        </>
      }
      className="end-0 top-full mt-1.5"
    >
      <MenuGroup label={t('theme')}>
        {themes.map((choice) => {
          const Icon = themeIcon[choice]
          return (
            <MenuChoice
              key={choice}
              checked={theme === choice}
              icon={<Icon aria-hidden="true" className="size-4" />}
              onClick={() => choose(choice)}
            >
              {t(`themes.${choice}`)}
            </MenuChoice>
          )
        })}
      </MenuGroup>
    </Menu>
  )
}
