'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { ChangeTrackingContext } from '@/components/form/change-tracking'
import { DraftOffer } from '@/components/form/draft-offer'
import { EntryRemoval } from '@/components/form/entry-removal'
import { ErrorSummary } from '@/components/form/error-summary'
import type { FormSection } from '@/components/form/form-section'
import { LeaveGuard } from '@/components/form/leave-guard'
import { useAnnounce } from '@/components/ui/live-region'
import { useDeferred } from '@/components/ui/use-deferred'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { valueAt } from '@/lib/forms/field-name'
import { CustomerEditContext, useCustomerPage } from './customer-page'
import { EditChanges } from './edit-changes'
import { EditCustomerBar } from './edit-customer-bar'
import { EditCustomerNotice } from './edit-customer-notice'
import { EditCustomerTabs } from './edit-customer-tabs'
import { customerPath, useEditSections } from './edit-sections'
import { FollowedPatches } from './followed-patches'
import { usePatchSubmission } from './patch-submission'
import { useCustomerEdit } from './use-customer-edit'
import { useEditDraft } from './use-edit-draft'
import { useNamesUnderWay } from './use-names-under-way'

const loadReview = () => import('./edit-customer-review').then(({ EditCustomerReview }) => EditCustomerReview)
const loadConflict = () => import('./edit-customer-conflict').then(({ EditCustomerConflict }) => EditCustomerConflict)

type EditCustomerFormProps = {
  /** The customer as it was read last. */
  customer: CustomerDetails
  /** The page. */
  children: ReactNode
}

/** The form of everything that can be changed of a sub-customer. It goes over several pages and is sent as one patch. */
export function EditCustomerForm({ customer, children }: EditCustomerFormProps) {
  const router = useRouter()
  const t = useTranslations('customerEdit')
  const announce = useAnnounce()
  const { id } = useCustomerPage()
  const sections = useEditSections(id)
  const [reviewed, setReviewed] = useState<ModifyCustomer>()
  const edit = useCustomerEdit(customer, setReviewed)
  const { form, basis, report, rebase, forgetEntry, hasChanges } = edit
  const submission = usePatchSubmission(edit, () => setReviewed(undefined))
  const { state, conflict } = submission
  const Review = useDeferred(loadReview, reviewed !== undefined)
  const Conflict = useDeferred(loadConflict, conflict !== undefined)
  const { names: underWay, others } = useNamesUnderWay(edit)
  const { offered, accept, discard } = useEditDraft(edit)

  useEffect(() => rebase(customer), [customer, rebase])

  const tracking = useMemo(
    () => ({
      before: (name: string) => valueAt(basis.draft, name),
      isUnderWay: (name: string) => underWay.has(name),
    }),
    [basis, underWay],
  )

  function goTo(name: string, { href }: FormSection) {
    edit.sought.current = name
    if (href) router.push(href)
  }

  function review() {
    if (state.kind === 'unknown' || state.kind === 'sending') return
    if (hasChanges()) edit.submit()
    else announce(t('bar.nothing'))
  }

  const editing = { ...edit, review }
  return (
    <CustomerEditContext value={editing}>
      <ChangeTrackingContext value={tracking}>
        <FormProvider {...form}>
          <EditChanges edit={edit}>
            <EditCustomerTabs edit={edit} />
            <DraftOffer offered={offered} accept={accept} discard={discard} exceptIdentity />
            <EditCustomerNotice edit={edit} submission={submission} />
            {report ? <ErrorSummary report={report} sections={sections} onElsewhere={goTo} /> : null}
            <EntryRemoval value={forgetEntry}>{children}</EntryRemoval>
            <EditCustomerBar
              edit={editing}
              busy={state.kind === 'sending'}
              locked={state.kind === 'unknown'}
              carriedOut={submission.carriedOut}
              onDiscarded={submission.forget}
            />
          </EditChanges>
        </FormProvider>
      </ChangeTrackingContext>
      <FollowedPatches
        edit={edit}
        others={others}
        onSucceeded={submission.succeed}
        onFailed={submission.fail}
        onOtherFailed={submission.failOther}
      />
      {Review ? (
        <Review
          edit={edit}
          patch={reviewed}
          submission={submission}
          onClose={() => state.kind === 'sending' || setReviewed(undefined)}
        />
      ) : null}
      {Conflict ? <Conflict conflict={conflict} onClose={submission.closeConflict} onResolve={edit.resolve} /> : null}
      <LeaveGuard isUnsaved={hasChanges} room={customerPath(id)} kept={offered ? false : 'exceptIdentity'} />
    </CustomerEditContext>
  )
}
