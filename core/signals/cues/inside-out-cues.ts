import type { Cue } from './cue.ts'

const wehelp =
  'offer|refund|change|do|make|give|process|waive|cancel|extend|accept|allow|provide|approve|grant|replace|exchange|reimburse|modify|add|remove|honor|honour|issue|fulfill|fulfil|upgrade|return|credit|proceed|compensate|guarantee|assist you with|help you with|help with|book|transfer'

/** How the company turns away: rules, refusals, deflection, distrust, distance and pressure. */
export const insideOutCues: readonly Cue[] = [
  {
    kind: 'ruleCited',
    strength: 0.8,
    phrases: `
      (our|the|company|airline|store|bank|this|return|refund|cancellation|warranty|my|standard|current|such) [company|return|refund|cancellation|store|standard|current|internal|privacy|baggage|shipping|exchange|fare|existing|strict|security] (policy|policies|rules|guidelines|regulations|procedure|procedures|terms|terms and conditions|protocol) (is|are|do|does|states|state|says|say|requires|require|only|prevents|prevent|prohibits|allows|allow|stipulates|dictates|permits|clearly|that|we|which|will|can|has|have|for|not|dictate|mandates) _
      (according to|as per|per|under|based on|in accordance with|due to|because of|in line with|as stated in|following|pursuant to|subject to|within|against|by) (our|the|company|airline|your|my) [company|airline|return|refund|cancellation|store|standard|current|membership|internal|fare|baggage|strict|security|warranty|terms of|shipping|privacy] (policy|policies|rules|guidelines|regulations|terms|terms and conditions|procedures|procedure|contract|agreement|conditions|service|fare rules|protocol)
      (it is|this is|that is|it is just|is|are) [our|the|company|standard|airline|strictly] [company] (policy|procedure|protocol|against policy|against our policy|against the rules|not within our policy)
      (as per|per|against|outside|outside of|beyond|not part of|violates|violate) [our|the|company] (policy|guidelines|procedure|rules|protocol|regulations)
      (terms and conditions|terms of service|terms of use|fine print|company policy|policy states|policy says|policy does not|policy is|policy prohibits|policy requires|policies do not|our policy|our policies|our guidelines|our rules|house rules|the rules|regulations require|rules require|rules state)
      (for|due to) (security|privacy|compliance|legal|regulatory|data protection|policy) (reasons|reason|purposes|regulations|requirements)
      (you|customers|passengers|members) (agreed to|signed|accepted) (the|our|these|those) (terms|conditions|contract|agreement)
      (not|only) (eligible|permitted|allowed|entitled|covered|authorized|authorised) (for|to|under|by|per) (a|the|our|your|this) [_] [policy|terms|rules|fare|ticket|conditions|plan]
      (we|i) (am|are) (only|not) (allowed|permitted|authorized|authorised) to
      (the system|my system|our system) (does not|will not|can not) (allow|let|permit)
      (i am|we are) required to (follow|ask|verify|obtain|have)`,
  },
  {
    kind: 'refusal',
    strength: 0.85,
    guard: 'stands',
    phrases: `
      (i am|we are|i am afraid|unfortunately|regrettably|sorry|sorry but|i am sorry but|but|however) (i|we|it|that|this|they|you) (can not|could not|am not able|are not able|is not|are not|am unable|are unable|will not|do not|does not) [be|be able|to|be able to] (possible|able|allowed|permitted|eligible|entitled|available|refundable|offer|refund|change|do|make|process|cancel|give|allow|accept|extend|help|provide|approve|grant|waive|replace|exchange)
      (i am|we are|am|are|i was|we were) [unfortunately|currently|still|simply|just] (unable|not able|not allowed|not permitted|not authorized|not authorised|not in a position) to (${wehelp})
      (i|we) (can not|could not|will not be able to|would not be able to|may not|will not) [unfortunately|currently|just|simply|directly|also] (${wehelp})
      (i|we) do not [currently|unfortunately|usually|generally] (offer|allow|accept|refund|provide|cover|permit|make exceptions|give|do refunds|reimburse|have the ability|have the authority|have any option|have a way|support|honor)
      (is|are|was|were) [unfortunately|strictly|currently|simply|just] not [a|an|be] (possible|allowed|permitted|refundable|eligible|entitled|covered|returnable|transferable|exchangeable|changeable|an option|something we|something i|valid for|available for|authorized)
      (not|no longer) (eligible|entitled|qualify|qualified|covered) [for|to|by|under]
      (does|do|did) not (qualify|meet the|allow|permit|entitle)
      (non|is non) (refundable|returnable|transferable)
      (no|not any) (exceptions|exception|refunds|refund|way to|way i can|possibility|option for|options available)
      (has been|was|is|have been|been) (denied|declined|rejected|refused)
      (must|have to|need to) (decline|deny|refuse|reject)
      (there is|there are) (nothing|not much|little|no way) (i|we|more|else|that|for) [can|could]`,
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
      [please] (be patient|wait your turn|calm down|relax)
      (this|your) (chat|case|ticket|conversation|request) (will be|is being|is|has been) (closed|closing)
      (your call is important|your message is important|high volume of|higher than usual|higher than normal|unusually high)
      (submit|open|file|create|raise|log) (a|another|a new) (ticket|form|request|claim) (on|via|through|online|at|in|using)
      nothing (i|we) can do`,
  },
  {
    kind: 'spokenHandOff',
    strength: 0.85,
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
      (recommend|suggest|advise|try) (contacting|calling|speaking to|speaking with|reaching out to|getting in touch with) _
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
      (without|any|some|your|a|need|provide|send) (proof|evidence) [of|that]
      (i|we) (do not|can not|could not|find it hard to|find that hard to) [really|quite] believe (you|that|this|it|your)
      (our|my|the) (records|record|system|logs|data|files) (show|shows|indicate|indicates|say|says|state|states|tell|tells) (otherwise|differently|different|that you|no|nothing|you|something else|that no)
      (you|customer|customers) (claim|claims|claimed|allege|alleged|pretend)
      (your|the) (claim|allegation|story) (is|does|can|seems|sounds|that)
      (can not|could not|unable to|not able to|failed to) (verify|authenticate|validate|confirm) (you|your identity|that you|who you|your account|your story|your claim)
      are you (lying|joking|kidding|trying to|really|telling the truth|being honest|the owner|actually)
      (suspicious|suspicion|dishonest|you are lying|not telling the truth|be honest|fake|that is not true|that is a lie|nice try|scam me|fool me)
      (you must have|you probably|you may have|you might have|did you|maybe you) [simply|just|not|really|actually] (forgot|forgotten|misread|lost|entered|made|spend|spent|use|used|misunderstood|typed|mistaken|done it) [_]
      how do i know [that] (you|this|it)
      you (are|seem|sound) not (the|who|really)`,
  },
  {
    kind: 'jargon',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (api|database|backend|back end|null value|workflow|sla|crm|kyc|pnr|erp|sku|rma|kb query|subflow|ticketing system|internal team|internal system|error code|reason code|status code|case id|system error|parameters|query)
      (tier|level) (#|one|two|three) [support|team|agent]
      (pursuant to|aforementioned|above mentioned|hereby|herewith|heretofore|hereinafter|therein|thereof|the undersigned|please be advised|be advised that|kindly note|please be informed|at this juncture|at your earliest convenience|we regret to inform|in respect of|notwithstanding|henceforth|duly noted)
      (has|have|is|was|been) [been|duly] (actioned|logged under|provisioned|deprovisioned|remediated|escalated to tier|dispositioned|ticketed|flagged in|decisioned)
      (under|with) (code|reference code|reason code|policy number|section|clause) #
      (authenticate|authentication|authenticated|authenticating|end user|onboarding|remediation|non compliance|discrepancy|validated against|fare class|fare rules|entitlement)
      (as per|per) (our|my|the) (records|system|sop|guidelines)`,
  },
  {
    kind: 'pressure',
    strength: 0.75,
    guard: 'stands',
    phrases: `
      (decide|answer|reply|respond|be quick|act|confirm|choose|make a decision|make up your mind|book|buy|order) [_] (now|quickly|fast|soon|asap|immediately|right now|right away|today only)
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
