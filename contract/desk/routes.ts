import { createRoute, z } from '@hono/zod-openapi'
import { base, body, inWorkspace, needs, reply, withId } from '../route-parts.ts'
import { answerAskSchema, answerInputSchema } from './answers.ts'
import {
  customerPageSchema,
  customerStepSchema,
  deskIssueSchema,
  exceptionAnswerSchema,
  grantedSchema,
  grantRequestSchema,
  linkSchema,
  objectionInputSchema,
  queueSchema,
  stepRequestSchema,
  whoSchema,
} from './desk.ts'
import {
  guidelineListSchema,
  guidelinePageSchema,
  objectionAnswerSchema,
  personSchema,
  putLiveSchema,
  replayReplySchema,
  replayRequestSchema,
  repNotesSchema,
  saveGuidelineSchema,
} from './guidelines.ts'

const desk = `${base}/desk`
const guidelines = `${base}/guidelines`

export const findQueue = createRoute({
  ...needs('draft'),
  method: 'get',
  path: desk,
  request: { params: inWorkspace },
  responses: reply(queueSchema, 'Who waits, in the order in which to turn to them, with reasons'),
})

export const findDeskIssue = createRoute({
  ...needs('draft'),
  method: 'get',
  path: `${desk}/{id}`,
  request: { params: withId },
  responses: reply(deskIssueSchema, 'One issue with all that the desk knows and may do'),
})

/** The issue that a case of another help desk belongs to, for a deep link from there. */
export const findIssueOfCase = createRoute({
  ...needs('draft'),
  method: 'get',
  path: `${base}/desk-case`,
  request: { params: inWorkspace, query: z.object({ source: z.string().optional(), case: z.string() }) },
  responses: reply(z.object({ issue: z.string() }), 'The issue of that case'),
})

export const takeDeskStep = createRoute({
  ...needs('draft'),
  method: 'post',
  path: `${desk}/{id}/steps`,
  request: { params: withId, body: body(stepRequestSchema) },
  responses: reply(deskIssueSchema, 'The step is kept'),
})

export const grantOption = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${desk}/{id}/grants`,
  request: { params: withId, body: body(grantRequestSchema) },
  responses: reply(grantedSchema, 'Granted at once, or on its way to someone who may'),
})

export const objectToGuideline = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${desk}/{id}/objections`,
  request: { params: withId, body: body(objectionInputSchema) },
  responses: reply(z.object({ objection: z.string() }), 'The owner hears of it'),
})

/** Makes a link for the customer; the ones before it stop working. */
export const makeLink = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${desk}/{id}/links`,
  request: { params: withId, body: body(z.object({ who: whoSchema, days: z.int().min(1).max(60) })) },
  responses: reply(linkSchema, 'The address, told once'),
})

export const revokeLink = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${desk}/{id}/links/revoke`,
  request: { params: withId, body: body(z.object({ who: whoSchema })) },
  responses: reply(z.object({ revoked: z.int() }), 'No link of this issue works any more'),
})

export const answerException = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${base}/exceptions/{id}/answer`,
  request: { params: withId, body: body(exceptionAnswerSchema) },
  responses: reply(deskIssueSchema, 'Answered; the issue as it is now'),
})

/** It goes out by the channel by which the customer wrote last, quoted and threaded. */
export const writeAnswer = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${desk}/{id}/answers`,
  request: { params: withId, body: body(answerInputSchema) },
  responses: reply(deskIssueSchema, 'Kept, and on its way'),
})

export const askOfAnswer = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${base}/answers/{id}`,
  request: { params: withId, body: body(answerAskSchema) },
  responses: reply(deskIssueSchema, 'It is sent again, or taken back'),
})

/** Without sign-in they say who they are; with it they are whoever is signed in. */
export const findRepNotes = createRoute({
  ...needs('desk'),
  method: 'get',
  path: `${base}/desk-notes`,
  request: { params: inWorkspace, query: z.object({ who: whoSchema.optional() }) },
  responses: reply(repNotesSchema, 'Answers of owners that they have not read, and what they are asked'),
})

export const readAnswer = createRoute({
  ...needs('desk'),
  method: 'post',
  path: `${base}/objections/{id}/read`,
  request: { params: withId, body: body(z.object({ who: whoSchema })) },
  responses: reply(repNotesSchema, 'Read; what else there is to say to them'),
})

export const listGuidelines = createRoute({
  ...needs('see'),
  method: 'get',
  path: guidelines,
  request: { params: inWorkspace },
  responses: reply(guidelineListSchema, 'Guidelines and rules, and who there is'),
})

export const saveGuideline = createRoute({
  ...needs('decide'),
  method: 'post',
  path: guidelines,
  request: { params: inWorkspace, body: body(saveGuidelineSchema) },
  responses: reply(guidelinePageSchema, 'Kept as a draft'),
})

export const replayGuideline = createRoute({
  ...needs('see'),
  method: 'post',
  path: `${base}/guideline-replay`,
  request: { params: inWorkspace, body: body(replayRequestSchema) },
  responses: reply(replayReplySchema, 'What last month would have looked like'),
})

export const findGuideline = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${guidelines}/{id}`,
  request: { params: withId },
  responses: reply(guidelinePageSchema, 'One guideline with its versions and what the front line says of it'),
})

export const saveGuidelineVersion = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${guidelines}/{id}/versions`,
  request: { params: withId, body: body(saveGuidelineSchema) },
  responses: reply(guidelinePageSchema, 'Kept as a draft of a new version'),
})

export const putGuidelineLive = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${guidelines}/{id}/live`,
  request: { params: withId, body: body(putLiveSchema) },
  responses: reply(guidelinePageSchema, 'It holds from now on'),
})

export const answerObjection = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${base}/objections/{id}/answer`,
  request: { params: withId, body: body(objectionAnswerSchema) },
  responses: reply(guidelinePageSchema, 'Answered; the rep hears of it'),
})

export const saveDeskPerson = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${base}/desk-people`,
  request: { params: inWorkspace, body: body(personSchema) },
  responses: reply(z.object({ people: z.array(personSchema) }), 'Everybody who is known at the desk'),
})

/** For customers: no login and no workspace, only the link that they were given. */
export const findCustomerPage = createRoute({
  ...needs(null),
  method: 'get',
  path: '/api/for-you/{token}',
  request: { params: z.object({ token: z.string() }) },
  responses: reply(customerPageSchema, 'What we understood, what you may choose, what was promised'),
})

export const takeCustomerStep = createRoute({
  ...needs(null),
  method: 'post',
  path: '/api/for-you/{token}',
  request: { params: z.object({ token: z.string() }), body: body(customerStepSchema) },
  responses: reply(customerPageSchema, 'Kept'),
})

export const deskRoutes = {
  findQueue,
  findDeskIssue,
  findIssueOfCase,
  takeDeskStep,
  grantOption,
  objectToGuideline,
  makeLink,
  revokeLink,
  answerException,
  writeAnswer,
  askOfAnswer,
  findRepNotes,
  readAnswer,
  listGuidelines,
  saveGuideline,
  replayGuideline,
  findGuideline,
  saveGuidelineVersion,
  putGuidelineLive,
  answerObjection,
  saveDeskPerson,
  findCustomerPage,
  takeCustomerStep,
} as const
