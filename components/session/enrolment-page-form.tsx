'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { declineEnrolment } from '@/lib/client/second-factor'
import { Enrolment } from './enrolment'
import { leaveFor } from './leave-for'
import { ownPath } from './own-path'
import { StartAgainLink } from './start-again-link'

type EnrolmentPageFormProps = {
  email: string
  next: string | undefined
  /** Whether the customer's policy leaves it to the user. */
  mayDecline: boolean
}

/** The page's enrolment; afterwards the page that was asked for is loaded anew. */
export function EnrolmentPageForm({ email, next, mayDecline }: EnrolmentPageFormProps) {
  const t = useTranslations('secondFactor')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const goOn = () => leaveFor(ownPath(next))

  async function decline() {
    setBusy(true)
    setFailed(false)
    const taken = await declineEnrolment().catch(() => false)
    if (taken) await goOn()
    setBusy(false)
    setFailed(true)
  }

  return (
    <Enrolment email={email} onDone={goOn}>
      <div className="mt-3 grid justify-items-center gap-3">
        {mayDecline ? (
          <Button variant="ghost" busy={busy} onClick={decline}>
            {t('notNow')}
          </Button>
        ) : (
          <StartAgainLink next={next} />
        )}
        {failed ? <Alert tone="danger">{t('declineFailed')}</Alert> : null}
      </div>
    </Enrolment>
  )
}
