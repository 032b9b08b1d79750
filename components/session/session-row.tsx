'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { SessionItem } from '@/lib/contract/security'

type SessionRowProps = { session: SessionItem; busy: boolean; onEnd: () => void }

/** One session of the user: device, address and times. */
export function SessionRow({
  session: { isCurrent, device, address, startedAt, lastActiveAt },
  ...end
}: SessionRowProps) {
  const t = useTranslations('security.sessions')
  const deviceText = device ?? t('unknownDevice')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {deviceText}
          {isCurrent ? <Badge tone="info">{t('current')}</Badge> : null}
        </p>
        <p className="break-words text-ink-muted text-sm">
          {t.rich('times', {
            started: () => <LocalTime at={startedAt} />,
            active: () => <LocalTime at={lastActiveAt} />,
          })}
          {address ? ` · ${address}` : null}
        </p>
      </div>
      {isCurrent ? null : (
        <Button size="small" busy={end.busy} onClick={end.onEnd}>
          {t('end')}
          <VisuallyHidden>: {deviceText}</VisuallyHidden>
        </Button>
      )}
    </li>
  )
}
