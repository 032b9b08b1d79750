import type { Context } from 'hono'
import type { Code } from '@/lib/contract/code'
import { isUuid } from '@/lib/contract/element'
import {
  type ExternalParamEntity,
  parseCreateExternalParams,
  parseExternalParamEntity,
  parseModifyExternalParam,
  readExternalParamIds,
} from '@/lib/contract/external-param'
import {
  parseCreateExternalParamDefinitions,
  parseModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { Parsed } from '@/lib/contract/parse'
import type { Problem } from '@/lib/contract/problem'
import { answerAll, answerOne, Refused } from './answer'
import type { SandboxEnv } from './context'
import type { Database } from './db/open-database'
import type { RequestedWrite } from './db/schema'
import { isOwnEntity, ownDefinition, ownExternalParam, requireOwn } from './eligibility'
import { definitionsFor, definitionsOf, externalParamsNow, valuesOf } from './external-params'
import { readJson } from './read-json'
import type { RequestQueue } from './request-queue'

/** Code of every fault of a call on external parameters. */
const invalid = 'CUSTOMER_1025'

/** What cannot be found: no definition or value, or one of somebody else. */
const unknown = (problems: Problem[] = []) => new Refused(invalid, problems, 404)

/** The calls on definitions and values of external parameters. Each begins with the requester's own id. */
export function externalParamCalls({ db, queue }: { db: Database; queue: RequestQueue }) {
  type Call<Path extends string> = Context<SandboxEnv, Path>

  /** The requester, whose id the path must begin with. */
  const requesterOf = (c: Call<'/:id'>): string => {
    const requesterId = c.get('requesterId')
    requireOwn(requesterId, c.req.param('id'))
    return requesterId
  }
  const accept = async (c: Context<SandboxEnv>, subjectId: string, write: RequestedWrite) => {
    const requesterId = c.get('requesterId')
    const requestId = await queue.accept({ ...write, requesterId, subjectId, forcedStatus: c.get('forcedStatus') })
    return answerOne(c, { requestId })
  }
  /** @throws Refused where the entity is not the requester's own, as if it did not exist */
  const requireOwnEntity = async (requesterId: string, entity: ExternalParamEntity, entityId: string) => {
    if (!(await isOwnEntity(db, requesterId, entity, entityId))) throw new Refused('CUSTOMER_1002')
  }

  const define = async (c: Call<'/:id/:entityOrConfigId'>, requesterId: string) => {
    const { entity } = orRefusal(parseExternalParamEntity(c.req.param('entityOrConfigId')))
    const present = (await definitionsFor(db, requesterId, entity)).map(({ name }) => name)
    const body = orRefusal(parseCreateExternalParamDefinitions(await readJson(c, invalid), present))
    return accept(c, requesterId, { kind: 'createExternalParamDefinitions', body: { ...body, entity } })
  }

  const redefine = async (c: Call<'/:id/:entityOrConfigId'>, requesterId: string) => {
    const definition = await ownDefinition(db, requesterId, c.req.param('entityOrConfigId'))
    if (!definition) throw unknown()
    const all = await definitionsFor(db, requesterId, definition.entityType)
    const others = all.filter(({ id }) => id !== definition.id).map(({ name }) => name)
    const body = orRefusal(parseModifyExternalParamDefinition(await readJson(c, invalid), others))
    return accept(c, definition.id, { kind: 'modifyExternalParamDefinition', body })
  }

  return {
    definitions: async (c: Call<'/:id'>) => answerAll(c, await definitionsOf(db, requesterOf(c))),

    /** Two calls of one shape: with an entity it defines, with an id it modifies a definition. */
    defineOrRedefine: (c: Call<'/:id/:entityOrConfigId'>) => {
      const requesterId = requesterOf(c)
      return isUuid(c.req.param('entityOrConfigId')) ? redefine(c, requesterId) : define(c, requesterId)
    },

    deleteDefinition: async (c: Call<'/:id/:entityOrConfigId'>) => {
      const definition = await ownDefinition(db, requesterOf(c), c.req.param('entityOrConfigId'))
      if (!definition) throw unknown()
      return accept(c, definition.id, { kind: 'deleteExternalParamDefinition', body: {} })
    },

    values: async (c: Call<'/:id/:entity/:entityId'>) => {
      const requesterId = requesterOf(c)
      const { entity } = orRefusal(parseExternalParamEntity(c.req.param('entity')), 'GLOBAL_1002')
      const entityId = c.req.param('entityId')
      await requireOwnEntity(requesterId, entity, entityId)
      return answerAll(c, await valuesOf(db, requesterId, entity, entityId))
    },

    createValues: async (c: Call<'/:id/:entity/:entityId'>) => {
      const requesterId = requesterOf(c)
      const { entity } = orRefusal(parseExternalParamEntity(c.req.param('entity')))
      const entityId = c.req.param('entityId').toLowerCase()
      await requireOwnEntity(requesterId, entity, entityId)
      const now = await externalParamsNow(db, requesterId, entity, entityId)
      const body = orRefusal(parseCreateExternalParams(await readJson(c, invalid), now))
      return accept(c, entityId, { kind: 'createExternalParams', body: { ...body, entity } })
    },

    modifyValue: async (c: Call<'/:id/:paramId'>) => {
      const param = await ownExternalParam(db, requesterOf(c), c.req.param('paramId'))
      if (!param) throw unknown()
      const body = orRefusal(parseModifyExternalParam(await readJson(c, invalid)))
      return accept(c, param.id, { kind: 'modifyExternalParam', body })
    },

    deleteValues: async (c: Call<'/:id/:paramId'>) => {
      const requesterId = requesterOf(c)
      const ids = readExternalParamIds(c.req.param('paramId'))
      const found = await Promise.all(ids.map((id) => ownExternalParam(db, requesterId, id)))
      const problems = found.flatMap((param, index): Problem[] =>
        param ? [] : [{ path: ['paramId', index], code: 'unknownId' }],
      )
      if (problems.length > 0) throw unknown(ids.length > 1 ? problems : [])
      return accept(c, requesterId, { kind: 'deleteExternalParams', body: { ids: [...new Set(ids)] } })
    },
  }
}

function orRefusal<T>(parsed: Parsed<T>, code: Code = invalid): T {
  if (parsed.ok) return parsed.value
  throw new Refused(code, parsed.problems)
}
