import { createRoute, z } from '@hono/zod-openapi'
import { accessRoutes } from './access-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { connectorRoutes } from './connector-routes.ts'
import { saveCorrection, withdrawCorrection } from './correction-routes.ts'
import { findCost, saveAssumptions } from './cost-routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { endpointRoutes } from './endpoint.ts'
import { findWho, saveIdentityRuling, withdrawIdentityRuling } from './identities.ts'
import { keepInteractions, listenToNews, listToldSetAside, rereadTold } from './interactions.ts'
import { mappingSchema } from './mapping.ts'
import { panelRoutes } from './panel.ts'
import { personRoutes } from './person-routes.ts'
import { surveyAnswersSchema, surveyFilterSchema } from './ratings.ts'
import { findReview } from './review.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'
import { listParts, listRulings, saveRuling, withdrawRuling } from './rulings.ts'
import {
  caseFilterSchema,
  caseListSchema,
  causePageSchema,
  causeRowSchema,
  contactFilterSchema,
  contactListSchema,
  grainSchema,
  importSchema,
  issueFilterSchema,
  issueListSchema,
  issuePageSchema,
  overviewSchema,
  setAsideListSchema,
  uploadSchema,
  workspaceSchema,
} from './screens.ts'
import { findInteraction, searchTexts } from './search.ts'
import { signalFilterSchema, signalListSchema } from './signals.ts'

export const listWorkspaces = createRoute({
  ...needs('see'),
  method: 'get',
  path: '/api/workspaces',
  responses: reply(z.object({ workspaces: z.array(workspaceSchema) }), 'Workspaces of this server'),
})

export const findOverview = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/overview`,
  request: { params: inWorkspace },
  responses: reply(overviewSchema, 'The customer’s side in figures'),
})

export const listCauses = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/causes`,
  request: { params: inWorkspace },
  responses: reply(
    z.object({ causes: z.array(causeRowSchema), grain: grainSchema }),
    'Causes, most contacts first, and how fine they are asked for',
  ),
})

export const saveGrain = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${base}/causes/grain`,
  request: { params: inWorkspace, body: body(z.object({ grain: grainSchema })) },
  responses: reply(z.object({ grain: grainSchema }), 'Kept; causes are drawn anew at the next reading'),
})

export const findCause = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/causes/{id}`,
  request: { params: withId },
  responses: reply(causePageSchema, 'One cause with quotes and drivers'),
})

export const listIssues = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/issues`,
  request: { params: inWorkspace, query: issueFilterSchema },
  responses: reply(issueListSchema, 'Issues with their threads'),
})

export const findIssue = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/issues/{id}`,
  request: { params: withId },
  responses: reply(issuePageSchema, 'One issue with all its interactions'),
})

export const listContacts = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/contacts`,
  request: { params: inWorkspace, query: contactFilterSchema },
  responses: reply(contactListSchema, 'Contacts: the evidence behind a figure'),
})

export const listSurveyAnswers = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/survey-answers`,
  request: { params: inWorkspace, query: surveyFilterSchema },
  responses: reply(surveyAnswersSchema, 'Answers to a survey that name no case'),
})

export const listCases = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/cases`,
  request: { params: inWorkspace, query: caseFilterSchema },
  responses: reply(caseListSchema, 'Cases with their hand-offs'),
})

export const listSignals = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/signals/{kind}`,
  request: {
    params: inWorkspace.extend({ kind: z.string() }),
    query: signalFilterSchema,
  },
  responses: reply(signalListSchema, 'Interactions in which a signal was read'),
})

/** The request body is the file itself. */
export const saveUpload = createRoute({
  ...needs('import', { founds: true }),
  method: 'post',
  path: `${base}/uploads`,
  request: { params: inWorkspace, query: z.object({ name: z.string() }) },
  responses: reply(uploadSchema, 'The file is kept; how we would read it'),
})

/** Says how the file reads under a mapping that a person has corrected. */
export const previewUpload = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${base}/uploads/{id}/preview`,
  request: { params: withId, body: body(z.object({ mapping: mappingSchema })) },
  responses: reply(uploadSchema, 'The first rows as the mapping reads them'),
})

export const startImport = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${base}/imports`,
  request: {
    params: inWorkspace,
    body: body(z.object({ uploads: z.array(z.string()).min(1), mapping: mappingSchema.nullable() })),
  },
  responses: reply(importSchema, 'Reading has started'),
})

/** Reads what is there once more, with what people said since. */
export const startReading = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${base}/readings`,
  request: { params: inWorkspace },
  responses: reply(importSchema, 'Reading has started'),
})

export const listImports = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/imports`,
  request: { params: inWorkspace },
  responses: reply(z.object({ imports: z.array(importSchema) }), 'Imports, newest first'),
})

export const findImport = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/imports/{id}`,
  request: { params: withId },
  responses: reply(importSchema, 'One import and how far it is'),
})

export const listSetAside = createRoute({
  ...needs('import'),
  method: 'get',
  path: `${base}/imports/{id}/set-aside`,
  request: { params: withId, query: z.object({ after: z.string().optional() }) },
  responses: reply(setAsideListSchema, 'Rows that could not be read, as they came'),
})

/** Reads the set-aside rows again: under another mapping, with mended rows, or both. */
export const rereadSetAside = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${base}/imports/{id}/reread`,
  request: {
    params: withId,
    body: body(
      z.object({
        mapping: mappingSchema.nullable(),
        mended: z.array(z.object({ id: z.string(), raw: z.string() })),
      }),
    ),
  },
  responses: reply(importSchema, 'Reading has started'),
})

export const routes = {
  listWorkspaces,
  findOverview,
  listCauses,
  saveGrain,
  findCause,
  listIssues,
  findIssue,
  listContacts,
  listSurveyAnswers,
  listCases,
  listSignals,
  searchTexts,
  findInteraction,
  findCost,
  saveAssumptions,
  saveCorrection,
  withdrawCorrection,
  findReview,
  listParts,
  listRulings,
  saveRuling,
  withdrawRuling,
  findWho,
  saveIdentityRuling,
  withdrawIdentityRuling,
  startReading,
  keepInteractions,
  listenToNews,
  listToldSetAside,
  rereadTold,
  saveUpload,
  previewUpload,
  startImport,
  listImports,
  findImport,
  listSetAside,
  rereadSetAside,
  ...connectorRoutes,
  ...changeRoutes,
  ...accessRoutes,
  ...deskRoutes,
  ...endpointRoutes,
  ...panelRoutes,
  ...personRoutes,
} as const
