import type { Cue } from './cue.ts'

/** What a company does for customers, or says it can not. */
const helps =
  'offer|refund|change|do|make|give|process|waive|cancel|extend|accept|allow|provide|approve|grant|replace|exchange|reimburse|modify|add|remove|honor|honour|issue|fulfill|fulfil|upgrade|return|credit|proceed|compensate|guarantee|assist|help|book|transfer|play|answer|authenticate|access|escalate|flag|override|search|schedule|reschedule|order|open|unlock|tell|disclose|share|send|complete|arrange|connect|ship|split|combine|apply|use|accommodate|discuss|reveal|let|check|order|put|deliver|plan|report|reserve|go ahead|go any|continue|look up|retrieve|view|increase|reduce|lower|verify|get|hold|carry out|delay|compare|rsvp|rebook|file'
const helped =
  'modified|changed|cancelled|canceled|refunded|processed|added|removed|used|combined|transferred|exchanged|returned|waived|extended|done|made|applied|offered|accepted|booked|upgraded|undone|reversed|honored|honoured|altered|split|shipped|delivered|replaced|issued|granted|completed|reimbursed|adjusted|rescheduled|amended|converted|redeemed|credited|approved'

/** How the company turns away: rules, refusals, deflection, distrust, distance and pressure. */
export const insideOutCues: readonly Cue[] = [
  {
    kind: 'ruleCited',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (our|the|company|airline|store|bank|this|return|refund|cancellation|warranty|current|such|strict|these|any|all|hour|day|standard) [company|return|refund|cancellation|store|standard|current|internal|privacy|baggage|shipping|exchange|fare|existing|strict|security|house] (policy|policies|rules|guidelines|regulations|protocol|terms and conditions|fine print)
      (according to|as per|per|under|based on|in accordance with|due to|because of|in line with|as stated in|following|pursuant to|subject to|within|against|by) (our|the|company|airline|my) [company|airline|return|refund|cancellation|store|standard|current|membership|internal|fare|baggage|strict|security|warranty|terms of|shipping|privacy|travel insurance] (terms|procedures|procedure|contract|agreement|conditions|service|fare rules|constraints|restrictions|limitations)
      (it is|this is|that is|it is just|is|are) [our|the|company|standard|airline|strictly] [company] (policy|procedure|protocol|against policy|against our policy|against the rules|not within our policy)
      (terms and conditions|terms of service|terms of use|insurance terms|company policy|policy states|policy says|policy does not|policy is|policy prohibits|policy requires|policy requirements|policy restrictions|policies do not|our policy|our policies|house rules|the rules|regulations require|rules require|rules state|the policy|constraints of)
      (for|due to) (security|privacy|compliance|legal|regulatory|data protection|policy|safety) [reasons|reason|purposes|regulations|requirements]
      (you|customers|passengers|members) (agreed to|signed|accepted) (the|our|these|those) (terms|conditions|contract|agreement)
      (not|only|no longer|are|is|be|still) [be] (eligible|permitted|entitled|authorized|authorised|covered) (for|to|under|by|per|if) _
      (is|are) not [be] (allowed|permitted|covered)
      (we|i) (am|are) (only|not) (allowed|permitted|authorized|authorised) to
      (the system|my system|our system) (does not|will not|can not) (allow|let|permit)
      (i am|we are) required to (follow|ask|verify|obtain|have)`,
  },
  {
    kind: 'ruleCited',
    strength: 0.55,
    guard: 'stands',
    phrases: `
      (can|could|may|must) (not|only) be (${helped}) [_]
      (must|has to|have to) [already|also|first|all] be (stored|used|made|requested|returned|paid|signed|approved|presented|received|within|a|in|unused|original|cancelled|canceled|done)
      (each|every|all) [_] [_] (must|can only|may only|can have|can use|has to|have to|needs to) _
      (a|an|the) (reservation|order|ticket|account|booking|customer|member|passenger) (must|can only|may only|can have) _
      is limited to #
      must be (less|greater|more|fewer|equal|at least|at most|#) [than|or|to] _
      must be able to _
      (can not|unable to|not able to|can only) [_] [_] [_] [_] [_] [_] [_] [_] without _
      without [_] [_] [_] [_] [_] (i|we) can not _
      # or (fewer|less|more) (guests|people|persons|days|items|hours)
      (max|maximum) [party|group] (size|number) of #
      can not (be|do|have|take) more than #
      (fewer|less|more) than # (people|guests|persons|passengers)
      (maximum|minimum) [_] [_] (size|number) [_] [_] is #
      policy [_] [_] [_] [_] is [quite|very|rather] (fixed|strict|firm|clear)
      (code|pin|number|date|signature|proof|id) is required (for|to|by) _
      since it was (cancelled|canceled|booked|made|created) within _
      since you have [travel] insurance
      (at most|no more than|a maximum of|a minimum of|at least) (#|one|two|three|five) _
      only (members|customers|passengers|account holders|the account holder|owners|guests|orders|items|tickets|those|people) [_] [_] (may|can|are|is)
      since (you|the|your|this|it) [_] [_] [_] (is|are|was|does) [not] (in|a|an|not|within|outside|beyond|made|booked|under|regular|gold|silver|bronze)
      (does|do|did) not (meet|qualify|cover|fall under|affect) _
      (neither|none of these|no) (condition|conditions|exceptions|exception) _
      (are|is|under) (the|specific|certain|following) conditions
      (only|possible|allowed|permitted|refundable|processed) (under|if|within|with) (specific|certain|the following|you|it|#|the) _
      (beyond|outside|within) (the|of the|our) [#] [_] (window|period|timeframe|deadline|limit)
      (requires|require) (assistance|approval|a|an|the|proof|authorization|authorisation|manager|payment|verification) _
      even with a [change] fee
      (guest|gold|silver|bronze|platinum|premium|regular) (member|members|user|users|customer|customers)
      limitations of my`,
  },
  {
    kind: 'refusal',
    strength: 0.85,
    guard: 'stands',
    phrases: `
      (i|we|it|they) [unfortunately|still|also|simply|just|regrettably|really] (can not|could not|will not be able to|would not be able to|am not able to|are not able to|may not|will not|is not able to) [unfortunately|currently|just|simply|directly|also|be able to|personally|really] (${helps}) [_]
      (am|are|was|were) [unfortunately|currently|still|simply|just] (unable|not able|not allowed|not permitted|not authorized|not authorised|not in a position) to [_] (${helps})
      (i|we) do not [currently|unfortunately|usually|generally] (offer|allow|accept|refund|provide|cover|permit|make exceptions|give|do|reimburse|have access|have the ability|have the authority|have any option|have a way|support|honor|sell|serve|deliver|ship|handle)
      (is|are|was|were) [unfortunately|strictly|currently|simply|just] not [a|an|be] (possible|allowed|permitted|refundable|eligible|entitled|covered|returnable|transferable|exchangeable|changeable|an option|something we|something i|valid for|authorized)
      (can|could|may) not be (${helped})
      (not|no longer) (eligible|entitled|qualify|qualified|covered) [for|to|by|under]
      (does|do|did) not [typically|generally|usually|normally] (qualify|meet the|allow|permit|entitle|cover|affect)
      exceptions [_] [_] are not [typically|usually|generally] (made|possible)
      (members|customers|guests|passengers|you|they|customer|orders) can not (get|return|have|receive|use|change|cancel|modify) _
      (can not|could not) do anything
      (venue|restaurant|place|room|driver|hotel|store|doctor|car) can not (hold|accept|accommodate|take|serve|seat|deliver|see|do) _
      you can not (do|have|book|get|order|bring) _
      can not be (more|less|fewer|later|earlier) than _
      only have access to _
      sorry [but|i am sorry] (i|we) can not
      unfortunately (this|that|it) is (beyond|outside|past|after) _
      (system|policy|machine|machines|terminal|bank) (will|does|would) not (accept|allow|let|permit|take)
      (non|is non) (refundable|returnable|transferable)
      (no|not any) (exceptions|exception|refunds|refund|way to|way i can|possibility|option for|options available|workarounds)
      (could|can) not be processed
      (do|does) not have the (capability|ability|means|tools|option|power|permission)
      there are no (tools|resources|ways) _
      (has been|was|is|have been|been) (denied|declined|rejected|refused)
      (must|have to|need to) (decline|deny|refuse|reject)
      (there is|there are|that is) (nothing|not much|little|no way) (i|we|more|else|that|for|you) [can|could|i|we]
      unable to help
      can not help [them]
      (options|capabilities) are limited
      (no|sorry) [i am sorry] (i|we) (do not|can not) [_] (${helps})`,
  },
  {
    kind: 'refusal',
    strength: 0.55,
    guard: 'stands',
    phrases: `
      (i|we) (can only|am only able to|are only able to) (${helps})`,
  },
  {
    kind: 'deflection',
    strength: 0.8,
    phrases: `
      (please|kindly|you can|you may|you should|you could|you will|i suggest you|feel free to|do) [also|always|simply|just|find] (check|see|refer|visit|consult|read|review|look|go|head|find|browse) [out|to|at|on|over] [out|to|on] (our|the|your) [online|official|company] (faq|faqs|website|web site|site|help center|help centre|help page|help pages|support page|knowledge base|terms|documentation|user guide|manual|instructions|homepage|app store|forum|community)
      (as|like) (i|we) [have|had] [already|just|previously] (said|stated|mentioned|explained|told you|informed you|advised)
      as [was|previously|already|stated|mentioned] (stated|mentioned|explained|said|indicated|advised|discussed|informed) (before|above|earlier|previously|already)
      (as previously|as already|already|previously) (stated|mentioned|explained|said|advised|informed)
      (there is|that is) nothing (else|more|further|i can do|we can do|that can be done|that i can do|that we can do|more i can|more we can)
      (not|is not|was not|are not) (our|my|the company) (fault|responsibility|problem|department|job|concern|mistake)
      (out of|beyond|outside) (our|my) (control|hands|scope)
      (you should have (called|contacted|read|checked|told|known|asked|notified|done)|you needed to have|you were supposed to|you failed to|you did not (read|follow|notify))
      (try again|call back|come back|check back|contact us|reach out) (later|another time|in a few|some other time|tomorrow|during business hours|during office hours)
      [please] (be patient|wait your turn|calm down|stay calm|keep calm|relax)
      (i am|we are) (just|only) a [_] (system|bot|assistant|machine|robot|program)
      (welcome|free) to (inquire|ask|try|call|contact us) again
      (this|your) (chat|case|ticket|conversation|request) (will be|is being|is|has been) (closed|closing)
      (your call is important|your message is important|high volume of|higher than usual|higher than normal|unusually high)
      (submit|open|file|create|raise|log) (a|another|a new) (ticket|form|request|claim) (on|via|through|online|at|in|using)
      nothing [more|else] (i|we|you) can do
      you (may|might|can|could|will|should) (want|need|have|wish) to (check|visit|look|log|refer|review|consult|see) [your|the|our|on|in|at|into] _
      (not|is not|was not) my (job|problem|business|concern)
      that is not something (i|we) _
      (i|we) can not (tell you|say) (anything|more|when|why)
      (recommend|suggest) checking [the|our|your] _ (website|site|app|page)
      (please|just|and|then) (end|close) (the|this) (exchange|chat|conversation)
      (recommend|suggest) checking with _
      (out of luck|too late for that|already told you)
      (can not|could not|will not) do anything
      (check|view|find|see|access) [_] [_] [_] [_] [_] (through|via|in|on|under) your [user|online] (profile|account)
      check your [user|online|own] (profile|account) (or|for|page|on|online)
      (must|have to|has to) wait until _
      (contact|call) [us|them|support] (again|back) (once|when|after|to)
      you (will have|have|need) to (wait|figure it out|look it up|find it|work it out|sort it out) [yourself]
      (look it up|figure it out|find out) (yourself|online|on your own|by yourself)
      (check|look|find it|find this|find that|available|found) (online|(on|in) (our|the) (website|web site|site|app|faq|help page|help center))
      (just the way it is|how it is|not my problem|not my fault|ask someone else|all i can (do|say|tell you))
      see our (website|site|faq|page)`,
  },
  {
    kind: 'spokenHandOff',
    strength: 0.85,
    guard: 'stands',
    phrases: `
      (you|they) [will|would|may|might] [just] (need|have|must|want|should|ought) to (contact|call|speak|talk|reach|email|write|go|get in touch|ask|phone|reach out|take this up|take it up|check with) [to|with|out|through] [to] (the|our|your|their|a|an|another|someone) [_] [_] [_] [department|team|office|line|desk|support|bank|provider|airline|hotel|manager|supervisor|specialist|branch|carrier|store|agent|representative|doctor|manufacturer|seller|agency]
      (please|kindly|you can|you should|you could|you may|you must) (contact|call|speak|talk|reach|email|phone|reach out|get in touch) [to|with|out] [to] (the|our|your|their|another|a) [_] [_] (department|team|office|line|desk|support|bank|provider|manager|supervisor|specialist|branch|carrier|manufacturer|seller|agency|service|agents|colleagues|services|card issuer)
      (i|we) (will|can|am going to|shall|need to|have to|must|would need to|am about to|would like to|would) [now|have to|need to|try to|go ahead and] [be] (transfer|transferring|forward|forwarding|connect|connecting|pass|passing|redirect|redirecting|hand|route|direct|refer|escalate|escalating|put through) (you|this|your|it) [call|chat|case|request|over|on|through] [to|over|on|through|with] [to|with] _
      (let me|allow me to) [now|just|quickly|go ahead and] (transfer|forward|connect|pass|redirect|hand|refer|put|escalate|get) (you|this|your|it) [call|chat|case|request|over|on] (to|over|on|through|with|onto|across) _
      (transferring|connecting|forwarding|redirecting|passing|transferred|escalated) (you|this|your case|your call|your request|to a) [over] [to|with|on|now] _
      (that|this|it|which|those|these) [is|are|issue is|matter is|would be|will be|has to be|must be|needs to be] [is|a|an|something] (handled|dealt with|managed|processed|done|taken care of) by (another|a different|our|the|a)
      (that|this|it) (is|would be|is for|falls under) (another|a different|the wrong|a matter for|a question for|not my|not our) [_] [department|team|colleague|unit|office]
      (wrong|different|another|other|appropriate|relevant|responsible|correct|right) (department|team|office|extension)
      (my|our|a|another|the next) (colleague|colleagues|supervisor|manager|human agent|specialist|live agent|human representative) (will|who|from|can help|can assist|should be able)
      (recommend|suggest|advise|try|consider|by) (contacting|calling|checking with|speaking to|speaking with|reaching out to|getting in touch with|transferring you) _
      (contact|contacting|call|calling|ask|reach out to) [your|the|a|an|our|their] [airline|local|own|insurance|credit] [s] (customer support|customer service|support|bank|provider|card company|police|doctor|ambulance|emergency services|insurance company|insurer|human agent|manufacturer|landlord|embassy|911)
      (speak|talk) (to|with) your (driver|agent|bank|doctor|airline|landlord|insurer|host)
      (a|an|to|with|from) (human|live) (agent|agents|representative|person|operator)
      (i|we) (can|could|may|will|would|recommend|need to|have to|must|to|me to|going to) (transfer|transferring|connect|connecting|forward|pass) (you|your) [case|request|call] [over] to _
      like me to (transfer|connect|forward|pass|put) (you|your|this) [case|request|call] [over|through] to _
      (speak|talk) (to|with) (a|my|the|your|our) (supervisor|manager|colleague|human|specialist|bank|doctor)
      (i|we) (do not|can not) (handle|deal with|do that here|process) (that|those|this|these|your|refunds|billing)
      (not|is not) (my|our) (department|area|team)
      (transfer|transferred|transferring|escalate|escalated|hand|handed) [you|this|your request|over] to (a human|a live|another|the|our|a) [human|live|appropriate|relevant|correct] (agent|agents|representative|department|team|specialist|person|office|colleague)`,
  },
  {
    kind: 'distrust',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      are you (sure|certain|absolutely sure|really sure) [that|if|whether|about|you|it] (you|that|it|this|did|the|have) [_]
      (have to|need to|must|will|should|can you|could you|would have to) (prove|show proof|provide proof|provide evidence|show evidence) _
      (without|any|some|need|provide|send) (proof|evidence) [of|that]
      (i|we) (do not|can not|could not|find it hard to|find that hard to) [really|quite] believe (you|that|this|it|your)
      (our|my|the) (records|record|system|logs|data|files) (show|shows|indicate|indicates|say|says|state|states|tell|tells) (otherwise|differently|different|that you|no|nothing|you|something else|that no)
      (you|customer|customers) (claim|claims|claimed|allege|alleged|pretend)
      (your|the) (claim|allegation|story) (is|does|can|seems|sounds|that)
      (can not|could not|unable to|not able to|failed to) (verify|authenticate|validate|confirm) (that you|who you|your story|your claim)
      are you (lying|joking|kidding|trying to|really|telling the truth|being honest|the owner|actually)
      (suspicious|suspicion|dishonest|you are lying|not telling the truth|be honest|fake|that is not true|that is a lie|nice try|scam me|fool me)
      (you must have|you probably|you may have|you might have|did you|maybe you) [simply|just|not|really|actually] (forgot|forgotten|misread|lost|entered|made|spend|spent|use|used|misunderstood|typed|mistaken|done it) [_]
      (do|does) not match (our|my|the) (records|system|information|data)
      (reservation|booking|account|order) details [i] [retrieved] [it] (show|shows|indicate|confirm) _
      sorry but you (had|did|have|were) not
      your identity (could|can) not be (verified|authenticated|confirmed)
      no record of (that|this|such|any|your (call|payment|claim|request|purchase))
      how do i know [that] (you|this|it)
      you (are|seem|sound) not (the|who|really)`,
  },
  {
    kind: 'jargon',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (api|database|backend|back end|null value|workflow|sla|crm|kyc|pnr|erp|sku|rma|kb query|subflow|ticketing system|internal team|internal system|error code|reason code|status code|case id|system error|parameters|query)
      (tier|level) (#|one|two|three) (support|team|agent|agents)
      (pursuant to|aforementioned|above mentioned|hereby|herewith|heretofore|hereinafter|therein|thereof|the undersigned|please be advised|be advised that|kindly note|please be informed|at this juncture|at your earliest convenience|we regret to inform|in respect of|notwithstanding|henceforth|duly noted)
      (has|have|is|was|been) [been|duly] (actioned|logged under|provisioned|deprovisioned|remediated|escalated to tier|dispositioned|ticketed|flagged in|decisioned)
      (under|with) (code|reference code|reason code|policy number|section|clause) #
      (the|right|another|correct|wrong|this|that|a) [_] [_] flow
      [ask|asking] the oracle
      oracle says _
      value must be _
      (could|can) not be authenticated
      flow (above|below|instead|for)
      mark the (conversation|case|ticket|chat) [as] _
      (status|reason|option|value) from the (list|drop down|dropdown|menu)
      (end user|onboarding|remediation|non compliance|validated against|fare class|fare rules|entitlement)
      (as per|per) (our|my|the) (records|system|sop|guidelines)`,
  },
  {
    kind: 'pressure',
    strength: 0.75,
    guard: 'stands',
    phrases: `
      (decide|answer|reply|respond|be quick|act|choose|make a decision|make up your mind) [_] (now|quickly|fast|soon|asap|immediately|right now|right away|today only)
      (hurry|hurry up|act now|act fast|be quick|make it quick|time is running out|last chance|final chance|limited time|now or never|while (stocks|supplies) last|do not miss (out|this))
      (only|just) (#|a few|one|two|three) [_] (left|remaining|minutes left|seats left|rooms left)
      (offer|price|deal|rate|discount) [_] (ends|expires|is only valid|only lasts|will not last|only for|only until|is about to)
      (others|other customers|other people|other callers|people|customers) (are|is|who are) [still|also] (waiting|in line|in the queue)
      (i|we) (need|must have|have to have|require|want) [your|an|a] (answer|decision|reply|response) (now|by|soon|quickly|immediately|asap|right)
      (can|could|shall|should|let us|need to|have to|must|want to) [we|i] (wrap|finish|end|close) (this|it|up|the chat|the call|the conversation|here|things)
      make up your mind
      (this|the|our) (chat|conversation|call|session) will (end|close|be closed|time out|be ended|expire)
      (i|we) (do not|have not|have no) [have|got] (all day|all night|time|much time|the time) [for|to]
      (please|just|simply) (decide|choose|answer the question|answer my question|get to the point|make a decision|say yes|focus)
      (stop|quit) (wasting|asking|talking|bothering|changing)
      get on with it
      we (are|have) (running|run) out of time`,
  },
]
