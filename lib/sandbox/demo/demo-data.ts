import type { ExternalParamEntity } from '@/lib/contract/external-param'
import type { Customer } from '@/lib/sandbox/customer'
import { columnsOf } from '@/lib/sandbox/customer-row'
import type { customer, externalParamDefinition, externalParamValue, plan, subscriber } from '@/lib/sandbox/db/schema'
import { foldName } from '@/lib/sandbox/fold-name'
import {
  type Company,
  citadelCompanies,
  concordCompanies,
  largestFleet,
  libertyCompanies,
  wholesaleCompanies,
} from './companies'
import { customerOf } from './company-customer'
import { fleetOf } from './fleet'
import { idFor, randomFor } from './random'

/** Everything that an empty database is filled with, the same at every run. */
export type DemoData = {
  customers: (typeof customer.$inferInsert)[]
  /** Without their password, whose hash is salted. */
  publicApiUsers: { id: string; username: string; customerId: string }[]
  definitions: (typeof externalParamDefinition.$inferInsert)[]
  values: (typeof externalParamValue.$inferInsert)[]
  subscribers: (typeof subscriber.$inferInsert)[]
  plans: (typeof plan.$inferInsert)[]
}

/** A customer with what is below it; its depth is its level. */
type Node = {
  company: Company
  mfaConfiguration?: Customer['mfaConfiguration']
  /** It has the Public API user api@<domain>.example. */
  hasApiUser?: true
  defines?: Definition[]
  /** Names of the plans that it sells. */
  sells?: string[]
  children?: Node[]
}
type Definition = { entityType: ExternalParamEntity; name: string; displayName: string; pattern: string }

const leaf = (company: Company): Node => ({ company })
const define = (entityType: ExternalParamEntity, name: string, displayName: string, pattern: string): Definition => ({
  entityType,
  name,
  displayName,
  pattern,
})

const tree: Node = {
  company: { name: 'Northgate Connectivity', domain: 'northgate', country: 'GBR' },
  children: [
    {
      company: { name: 'Liberty Telecom', domain: 'liberty', country: 'USA' },
      mfaConfiguration: 'DISABLED',
      hasApiUser: true,
      defines: [
        define('customer', 'crmAccountId', 'CRM account', 'CRM-######'),
        define('customer', 'erpDebtorNumber', 'ERP debtor number', '10####'),
        define('customer', 'costCentre', 'Cost centre', 'CC-####'),
        define('customer', 'contractNumber', 'Contract number', '2025/#####-??'),
        define('subscriber', 'assetTag', 'Asset tag', 'AT-#####'),
        define('subscriber', 'vehicleId', 'Vehicle', '??-## ???'),
        define('subscriber', 'installationSite', 'Installation site', 'SITE-###'),
        define('plan', 'erpArticleNumber', 'ERP article number', 'ART-####'),
      ],
      sells: ['IoT 5 MB', 'IoT 50 MB', 'Fleet 500 MB EU', 'Fleet 2 GB World', 'Metering 1 MB NB-IoT', 'Router 100 GB'],
      children: [
        {
          company: { name: 'Liberty Wholesale', domain: 'wholesale', country: 'GBR' },
          hasApiUser: true,
          defines: [define('customer', 'partnerId', 'Partner', 'P-####')],
          sells: ['Wholesale Data 1 GB', 'Wholesale SMS'],
          children: wholesaleCompanies.map(leaf),
        },
        ...libertyCompanies.map(leaf),
      ],
    },
    {
      company: { name: 'Concord Mobile', domain: 'concord', country: 'MEX' },
      mfaConfiguration: 'ENABLED',
      hasApiUser: true,
      defines: [
        define('customer', 'crmAccountId', 'CRM account', '003########'),
        define('customer', 'salesRegion', 'Sales region', 'R##'),
      ],
      sells: ['Negocio 10 GB', 'Telemetría 20 MB'],
      children: concordCompanies.map(leaf),
    },
    {
      company: { name: 'Citadel Networks', domain: 'citadel', country: 'DEU' },
      mfaConfiguration: 'MANDATORY',
      hasApiUser: true,
      defines: [define('customer', 'siteCode', 'Site code', '???-###')],
      sells: ['Standortvernetzung 50 GB', 'Alarmanlage 10 MB'],
      children: citadelCompanies.map(leaf),
    },
    {
      company: { name: 'Summit Group', domain: 'summit-group', country: 'CZE' },
      children: [
        {
          company: { name: 'Summit Regional', domain: 'summit-regional', country: 'CZE' },
          children: [
            {
              company: { name: 'Summit Four', domain: 'summit', country: 'CZE' },
              mfaConfiguration: 'DISABLED',
              hasApiUser: true,
              sells: ['Summit Basic'],
            },
          ],
        },
      ],
    },
  ],
}

/** The customers, users, external parameters, SIMs and plans of the demo. */
export function demoData(): DemoData {
  const data: DemoData = { customers: [], publicApiUsers: [], definitions: [], values: [], subscribers: [], plans: [] }
  add(data, tree, 1, null)
  return data
}

function add(data: DemoData, node: Node, level: number, parentId: string | null): string {
  const { company, mfaConfiguration, hasApiUser, defines = [], sells = [], children = [] } = node
  const id = idFor(company.name)
  const isParent = hasApiUser === true || children.length > 0
  const elements = customerOf(company)
  data.customers.push({
    ...columnsOf({
      ...elements,
      status: isParent ? 'ACTIVE' : elements.status,
      mfaConfiguration: mfaConfiguration ?? elements.mfaConfiguration,
    }),
    id,
    parentId,
    level,
  })
  if (hasApiUser) {
    const username = `api@${company.domain}.example`
    data.publicApiUsers.push({ id: idFor(username), username, customerId: id })
  }
  const fleet = fleetOf(company, id, data.customers.length, fleetSizeOf(company, isParent))
  data.subscribers.push(...fleet)
  const childIds = children.map((child) => add(data, child, level + 1, id))
  const plans = sells.map((name) => ({ id: idFor(`${id}: plan ${name}`), ownerId: id, name }))
  data.plans.push(...plans)
  const own = { customer: childIds, subscriber: fleet.map((sim) => sim.id), plan: plans.map((sold) => sold.id) }
  for (const definition of defines) addDefinition(data, id, definition, own[definition.entityType])
  return id
}

function fleetSizeOf(company: Company, isParent: boolean): number {
  if (company.name === largestFleet) return 500
  const random = randomFor(`${company.name}: fleet size`)
  if (company.private) return random.whole(0, 2)
  return isParent ? 12 : random.whole(0, 40)
}

/** A definition, and its value on most of the owner's entities. */
function addDefinition(data: DemoData, ownerId: string, { pattern, ...definition }: Definition, entities: string[]) {
  const id = idFor(`${ownerId}: ${definition.entityType} ${definition.name}`)
  data.definitions.push({ ...definition, id, ownerId, description: null, isSearchable: true })
  for (const entityId of entities) {
    const random = randomFor(`${id} ${entityId}`)
    if (random.chance(80)) {
      const value = random.fill(pattern)
      const valueId = idFor(`${id} ${entityId}`)
      data.values.push({ id: valueId, definitionId: id, entityId, value, valueFolded: foldName(value) })
    }
  }
}
