import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { call } from '@/lib/contract/call'
import { type ChildCustomersQuery, childCustomer } from '@/lib/contract/child-customers'
import { country } from '@/lib/contract/country'
import { type CreateCustomer, createdCustomer } from '@/lib/contract/create-customer'
import { customerDetails } from '@/lib/contract/customer-details'
import { type Ack, accepted } from '@/lib/contract/envelope'
import {
  type CreateExternalParams,
  type ExternalParamEntity,
  externalParam,
  type ModifyExternalParam,
  toExternalParamIds,
} from '@/lib/contract/external-param'
import {
  type CreateExternalParamDefinitions,
  externalParamDefinition,
  type ModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { type PlansQuery, plan } from '@/lib/contract/plan'
import { type SubscribersQuery, subscriber } from '@/lib/contract/subscriber'
import { Refusal } from '@/lib/platform/refusal'
import { type Credentials, tokenOf } from '@/lib/platform/token'
import { type Call, exchange, TokenRefused } from '@/lib/platform/transport'

/** Repeats of a read that failed for a reason that may pass. A write is never repeated. */
const readRepeats = 2
/** Upper bound of the pause before a repeat, in milliseconds; it doubles each time and is drawn at random below that. */
const repeatPauseMs = 150

/**
 * The platform as one Public API user sees it: the server's only door to it. Every operation throws `Refusal` for anything but an ACK.
 * @param credentials the API user of the parent customer that the session acts for
 * @param signal ends reads when the browser has left
 */
export function platformFor(credentials: Credentials, signal?: AbortSignal) {
  /** A call with the token, which is renewed once when the platform refuses it (the refused call was not executed). */
  async function authorized<Item>(request: Call<Item>): Promise<Ack<Item>> {
    const { token } = await tokenOf(credentials)
    try {
      return await exchange(request, token)
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error
    }
    const renewed = await tokenOf(credentials, token)
    try {
      return await exchange(request, renewed.token)
    } catch (error) {
      if (error instanceof TokenRefused)
        throw new Refusal('GLOBAL_1001', { cause: new Error('platform refuses a fresh token') })
      throw error
    }
  }

  async function read<Item>(request: Omit<Call<Item>, 'method' | 'body' | 'signal'>): Promise<Ack<Item>> {
    for (let repeat = 0; ; repeat++) {
      try {
        return await authorized({ ...request, method: 'GET', signal })
      } catch (error) {
        // 502 is a fault that may pass; a timeout (504) has already cost the user as long as he will wait.
        const mayPass = error instanceof Refusal && error.status === 502
        if (!mayPass || repeat === readRepeats) throw error
        await delay(Math.random() * repeatPauseMs * 2 ** repeat, undefined, { signal })
      }
    }
  }

  return {
    /** `POST /api/v2/customer/{id}`: asks for a sub-customer of `customerId`. */
    createCustomer: (customerId: string, body: CreateCustomer) =>
      authorized({ method: 'POST', path: ['customer', customerId], body, item: createdCustomer }),

    /** `PATCH /api/v2/customer/{id}`: asks for changes of a direct sub-customer. */
    modifyCustomer: (customerId: string, body: ModifyCustomer) =>
      authorized({ method: 'PATCH', path: ['customer', customerId], body, item: accepted }),

    /** `GET /api/v2/customer/{id}`: details of the requester or of a direct sub-customer. */
    customerDetails: (customerId: string) => read({ path: ['customer', customerId], item: customerDetails }),

    /** `GET /api/v2/customer/{id}/child-customers`: a page of the requester's direct sub-customers. */
    childCustomers: (customerId: string, query: ChildCustomersQuery) =>
      read({ path: ['customer', customerId, 'child-customers'], query, item: childCustomer }),

    /** `GET /api/v2/customer/{id}/subscriber`: a page of the SIMs of the requester or of a direct sub-customer. */
    subscribers: (customerId: string, query: SubscribersQuery) =>
      read({ path: ['customer', customerId, 'subscriber'], query, item: subscriber }),

    /** `GET /api/v2/customer/{id}/plan`, ours: a page of the plans that the requester sells. */
    plans: (customerId: string, query: PlansQuery) =>
      read({ path: ['customer', customerId, 'plan'], query, item: plan }),

    /** `GET /api/v2/customer/{id}/external-params-config`: every external parameter that the requester defined. */
    externalParamDefinitions: (customerId: string) =>
      read({ path: ['customer', customerId, 'external-params-config'], item: externalParamDefinition }),

    /** `POST /api/v2/customer/{id}/external-params-config/{entity}`: asks for one or more definitions, all or none. */
    createExternalParamDefinitions: (
      customerId: string,
      entity: ExternalParamEntity,
      body: CreateExternalParamDefinitions,
    ) =>
      authorized({
        method: 'POST',
        path: ['customer', customerId, 'external-params-config', entity],
        body,
        item: accepted,
      }),

    /** `POST /api/v2/customer/{id}/external-params-config/{configId}`: asks for a change of a definition; another name makes its values inactive. */
    modifyExternalParamDefinition: (customerId: string, configId: string, body: ModifyExternalParamDefinition) =>
      authorized({
        method: 'POST',
        path: ['customer', customerId, 'external-params-config', configId],
        body,
        item: accepted,
      }),

    /** `DELETE /api/v2/customer/{id}/external-params-config/{configId}`: asks for the end of a definition and of its values. */
    deleteExternalParamDefinition: (customerId: string, configId: string) =>
      authorized({
        method: 'DELETE',
        path: ['customer', customerId, 'external-params-config', configId],
        item: accepted,
      }),

    /** `GET /api/v2/customer/{id}/external-params/{entity}/{entityId}`: the values of one entity of the requester's own. */
    externalParams: (customerId: string, entity: ExternalParamEntity, entityId: string) =>
      read({ path: ['customer', customerId, 'external-params', entity, entityId], item: externalParam }),

    /** `POST /api/v2/customer/{id}/external-params/{entity}/{entityId}`: asks for values that the entity does not have yet, all or none. */
    createExternalParams: (
      customerId: string,
      entity: ExternalParamEntity,
      entityId: string,
      body: CreateExternalParams,
    ) =>
      authorized({
        method: 'POST',
        path: ['customer', customerId, 'external-params', entity, entityId],
        body,
        item: accepted,
      }),

    /** `PUT /api/v2/customer/{id}/external-params/{id}`: asks for another text of one value. */
    modifyExternalParam: (customerId: string, paramId: string, body: ModifyExternalParam) =>
      authorized({
        method: 'PUT',
        path: ['customer', customerId, 'external-params', paramId],
        body,
        item: accepted,
      }),

    /** `DELETE /api/v2/customer/{id}/external-params/{id}`: asks for the end of one or more values, all or none. */
    deleteExternalParams: (customerId: string, paramIds: readonly string[]) =>
      authorized({
        method: 'DELETE',
        path: ['customer', customerId, 'external-params', toExternalParamIds(paramIds)],
        item: accepted,
      }),

    /** `GET /api/v2/global/call/{requestId}`: status of one of the requester's asynchronous requests. */
    call: (requestId: string) => read({ path: ['global', 'call', requestId], item: call }),

    /** `GET /api/v2/global/country`. */
    countries: () => read({ path: ['global', 'country'], item: country }),
  }
}

export type Platform = ReturnType<typeof platformFor>
