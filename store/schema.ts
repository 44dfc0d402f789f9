// Written by store/postgres/write-schema.ts from the live schema; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Leaves as epoch milliseconds, enters as a date. */
export type Time = ColumnType<number, Date, Date>
/** Leaves parsed, enters as JSON text. */
export type Json = ColumnType<unknown, string, string>

export type InteractionKind = 'message' | 'call' | 'visit' | 'survey' | 'leaving' | 'event'
export type Side = 'customer' | 'company'

export type DB = {
  accounts: {
    id: string
    user_id: string
    account_id: string
    provider_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Time | null
    refresh_token_expires_at: Time | null
    scope: string | null
    password: string | null
    created_at: Time
    updated_at: Time
  }
  answers: {
    workspace_id: number
    id: string
    key: string
    issue_id: string
    connector_id: string
    letter: Json
    actor: Json
    written_at: Time
    state: string
    attempts: Generated<number>
    failure: string | null
    next_try_at: Time | null
    sent_at: Time | null
  }
  api_keys: {
    workspace_id: number
    id: string
    name: string
    fingerprint: Buffer
    verbs: string[]
    made_by: string
    made_at: Time
    expires_at: Time
    revoked_at: Time | null
    last_used_at: Time | null
  }
  assumptions: {
    workspace_id: number
    name: string
    low: number
    mid: number
    high: number
    entered_at: Time
    entered_by: string | null
  }
  audit_log: {
    workspace_id: number
    sequence: Generated<number>
    at: Time
    who: string
    way: string
    way_id: string | null
    verb: string
    action: string
    subject: string | null
    status: number
  }
  case_hand_offs: {
    workspace_id: number
    reading_id: number
    customer: string
    source: string
    case_id: string
    issue_id: string | null
    interactions: number
    teams: string[]
    hand_offs: number
    is_ping_pong: boolean
  }
  cases: {
    workspace_id: number
    source: string
    case_id: string
    identity: string | null
  }
  causes: {
    workspace_id: number
    reading_id: number
    id: string
    position: number
    document: Json
  }
  changes: {
    id: Generated<number>
    workspace_id: number
    plan: Json
  }
  connectors: {
    id: string
    workspace_id: number
    kind: string
    name: string
    source: string
    settings: Json
    secrets: Buffer | null
    cursor: Json | null
    names: Json
    example: Buffer | null
    is_paused: boolean
    created_at: Time
    requests: Generated<number>
    stored: Generated<number>
    duplicates: Generated<number>
    passed_over: Generated<number>
    refused: Generated<number>
    last_received_at: Time | null
    last_success_at: Time | null
    lag_seconds: number | null
    failure: Json | null
    failures: Generated<number>
    next_pull_at: Time | null
  }
  contacts: {
    workspace_id: number
    reading_id: number
    customer: string
    has_customer: boolean
    id: string
    identity: string
    issue_id: string | null
    cause_id: string | null
    cause_strength: number | null
    at: Time | null
    channel: string | null
    source: string
    case_id: string | null
    position_in_issue: number
    minutes_to_next: number | null
    minutes_to_same: number | null
    emotion: string | null
    effort: number
    spoken_hand_offs: number
    first_team: string | null
    marks: string[] | null
    rating: number | null
  }
  corrections: {
    workspace_id: number
    id: string
    sequence: Generated<number>
    interaction_id: string
    kind: string | null
    first_char: number | null
    last_char: number | null
    verdict: string
    instead: string | null
    strength: number
    method: string
    chosen: string
    reviewer: string
    at: Time
    withdrawn_by: string | null
    withdrawn_at: Time | null
  }
  customer_links: {
    id: string
    workspace_id: number
    issue_id: string
    made_by: string
    made_at: Time
    expires_at: Time
    revoked_at: Time | null
  }
  decisions: {
    workspace_id: number
    change_id: number
    position: number
    step: string
    who: string
    reason: string
    held_on: string
    decided_at: Time
    figures: Json
  }
  desk_issues: {
    workspace_id: number
    issue_id: string
    holder: string | null
    held_until: Time | null
    due_at: Time | null
    handed_to: string | null
    has_answered: Generated<boolean>
    is_closed: Generated<boolean>
    changed_at: Generated<Time>
    next_due_at: Time | null
    closed_at: Time | null
  }
  desk_people: {
    workspace_id: number
    name: string
    role: string
    has_left: Generated<boolean>
  }
  desk_steps: {
    workspace_id: number
    sequence: Generated<number>
    issue_id: string
    step: Json
    actor: Json
    at: Time
  }
  endpoint_answers: {
    workspace_id: number
    hash: Buffer
    answer: Json | null
    vector: Buffer | null
    texts: string[]
    at: Time
  }
  endpoint_settings: {
    workspace_id: number
    url: string | null
    key: Buffer | null
    embedding_model: string | null
    wording_model: string | null
    tokens_a_reading: number | null
    tokens_a_month: number | null
    is_private: Generated<boolean>
  }
  endpoint_spending: {
    workspace_id: number
    month: string
    requests: number
    tokens: number
  }
  exceptions: {
    workspace_id: number
    id: string
    key: string
    issue_id: string
    given: Json
    because: string
    asker: string
    approver: string
    asked_at: Time
    due_at: Time
    by_default: string
    answer: string | null
  }
  grant_limits: {
    workspace_id: number
    key: string
    drawn: Generated<number>
  }
  grants: {
    workspace_id: number
    id: string
    key: string
    issue_id: string
    guideline_id: number
    version: number
    option_id: string
    cost: number
    person: string
    exception_id: string | null
    at: Time
  }
  guideline_versions: {
    workspace_id: number
    guideline_id: number
    version: number
    content: Json
    who: string
    at: Time
    live_at: Time | null
  }
  guidelines: {
    id: Generated<number>
    workspace_id: number
    retired_at: Time | null
  }
  identities: {
    workspace_id: number
    identity: string
    customer: string
  }
  identity_links: {
    workspace_id: number
    one: string
    other: string
    interaction_id: string
  }
  identity_rulings: {
    workspace_id: number
    id: string
    sequence: Generated<number>
    kind: string
    one: string
    other: string
    reviewer: string
    at: Time
    withdrawn_by: string | null
    withdrawn_at: Time | null
  }
  import_files: {
    import_id: string
    position: number
    name: string
    path: string
    format: string | null
    context: Json | null
    rows: Generated<number>
    interactions: Generated<number>
    duplicates: Generated<number>
    state_only: Generated<number>
    set_aside: Generated<number>
    bytes_done: Generated<number>
    bytes_total: number | null
    is_done: Generated<boolean>
  }
  imports: {
    id: string
    workspace_id: number
    state: string
    step: string
    mapping: Json | null
    failure: Json | null
    started_at: Time
    finished_at: Time | null
  }
  interaction_keys: {
    workspace_id: number
    id: string
    digest: string
    identity: string
  }
  interactions: {
    workspace_id: number
    identity: string
    id: string
    source: string
    external_id: string
    sequence: number
    at: Time | null
    identities: string[] | null
    case_id: string | null
    case_opened_at: Time | null
    kind: InteractionKind
    side: Side
    channel: string | null
    team: string | null
    agent: string | null
    text: string | null
    category: string | null
    rating: number | null
    duration_seconds: number | null
    attributes: Json | null
  }
  issues: {
    workspace_id: number
    reading_id: number
    customer: string
    has_customer: boolean
    id: string
    cause_id: string | null
    first_at: Time | null
    last_at: Time | null
    contacts: number
    interactions: number
    cases: string[]
    channels: string[]
    teams: string[]
    hand_offs: number
    is_ping_pong: boolean
    spoken_hand_offs: number
    emotion: string | null
  }
  kept_items: {
    workspace_id: number
    reading_id: number
    pool: string
    rank: number
    key: string
    customer: string
    item: Json
  }
  link_secrets: {
    workspace_id: number
    secret: Buffer
  }
  members: {
    workspace_id: number
    person_id: string
    role: string
    since: Time
  }
  objections: {
    workspace_id: number
    id: string
    guideline_id: number
    version: number
    issue_id: string
    fit: string
    word: string
    who: string
    at: Time
    due_at: Time | null
    answer: Json | null
    round: number | null
    read_at: Time | null
  }
  one_time_links: {
    fingerprint: Buffer
    person_id: string | null
    expires_at: Time
  }
  people: {
    id: string
    name: string
    email: string
    email_verified: boolean
    image: string | null
    two_factor_enabled: Generated<boolean>
    is_keeper: Generated<boolean>
    created_at: Generated<Time>
    updated_at: Generated<Time>
  }
  pool_floors: {
    workspace_id: number
    reading_id: number
    pool: string
    rank: number
    key: string
  }
  rate_limits: {
    id: string
    key: string
    count: number
    last_request: number
  }
  readings: {
    id: Generated<number>
    workspace_id: number
    method: string
    state: string
    report: Json | null
    overview: Json | null
    cause_model: Json | null
    started_at: Time
    finished_at: Time | null
    cost: Json | null
    is_behind: Generated<boolean>
    followed: Json | null
    facts: Generated<number>
  }
  revisions: {
    workspace_id: number
    id: string
    root_id: string
    is_withdrawal: boolean
    revised_at: Time
  }
  ruling_contacts: {
    workspace_id: number
    ruling_id: string
    position: number
    contact_id: string
    reason: string | null
  }
  rulings: {
    workspace_id: number
    id: string
    sequence: Generated<number>
    content: Json
    reviewer: string
    at: Time
    withdrawn_by: string | null
    withdrawn_at: Time | null
  }
  search_due: {
    workspace_id: number
    id: Generated<number>
    interactions: string[]
    texts: number
  }
  search_states: {
    workspace_id: number
    texts: number
    newest_at: Time | null
  }
  search_texts: {
    workspace_id: number
    identity: string
    interaction_id: string
    at: Time | null
    words: string
  }
  second_factors: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: boolean | null
    failed_verification_count: number | null
    locked_until: Time | null
  }
  sessions: {
    id: string
    user_id: string
    token: string
    expires_at: Time
    ip_address: string | null
    user_agent: string | null
    created_at: Time
    updated_at: Time
  }
  set_aside: {
    id: Generated<number>
    workspace_id: number
    import_id: string | null
    file: string
    line: number | null
    reason: string
    detail: string
    raw: Buffer
    state: string
    connector_id: string | null
    contradicts: string | null
  }
  signals: {
    workspace_id: number
    reading_id: number
    customer: string
    identity: string
    interaction_id: string
    at: Time | null
    kind: string
    first_char: number
    last_char: number
    strength: number
    method: string
    cause_id: string | null
  }
  superseded: {
    workspace_id: number
    id: string
  }
  tally_parts: {
    workspace_id: number
    reading_id: number
    id: Generated<number>
    partition: number | null
    counts: Json
  }
  unread: {
    workspace_id: number
    reading_id: number
    interaction_id: string
    identity: string
    was_read: boolean
    share: number
  }
  unread_owners: {
    workspace_id: number
    reading_id: number
    identity: string
    was_customer: string
    share: number
  }
  uploads: {
    id: string
    workspace_id: number
    name: string
    path: string
    bytes: number
    created_at: Time
  }
  verifications: {
    id: string
    identifier: string
    value: string
    expires_at: Time
    created_at: Time
    updated_at: Time
  }
  why_interactions: {
    workspace_id: number
    why_id: number
    interaction_id: string
  }
  whys: {
    id: Generated<number>
    workspace_id: number
    cause_id: string
    answer: string
    who: string
    written_at: Time
  }
  workspaces: {
    id: Generated<number>
    name: string
    is_demo: boolean
    reading_id: number | null
    read_at: Time | null
    created_at: Generated<Time>
    currency: Generated<string>
    grain: Generated<number>
    keep_days: number | null
    company: string | null
    time_zone: string | null
    panel_origins: Generated<string[]>
    panel_secret: Buffer | null
  }
}
