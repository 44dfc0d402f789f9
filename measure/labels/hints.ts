/**
 * Loose hints that a message may hold one of the rarer signals. They only decide what is drawn for labelling; they are
 * wider than the cues that read signals and were written apart from them.
 */
export const customerHints: readonly RegExp[] = [
  /\b(angry|stupid|idiots?|damn|hell|shut up|liars?|fuck\w*|hate|sick of|mad)\b|[A-Z]{4,} [A-Z]{4,}|!!!/,
  /annoy|frustrat|useless|waste|come on|seriously|ridiculous|not good|terrible|disappoint/i,
  /worr|scared|afraid|nervous|\bsafe\b|concern|panic|anxious|dangerous/i,
  /\b(sad|cry|crying|died|miss|lonely|lost my|passed|funeral|sick|depress\w*)\b/i,
  /confus|understand|what do you mean|\bhuh\b|\?\?|not sure|make sense|don't get/i,
  /\bwow\b|really\?|what\?|surpris|\bomg\b|can't believe|no way|didn't expect/i,
  /phew|relie|finally|good to know|thank (god|goodness)|\bglad\b|no longer worr/i,
  /great|awesome|perfect|\blove\b|happy|excellent|\byay\b|wonderful|😊|:\)/i,
  /\bthank|appreciat|grateful|so kind/i,
  /\bagain\b|already|times|hours|waiting|on hold|tried|called|still (no|not|have|wait)/i,
  /cancel|switch|another (bank|company|place|provider)|never (again|use|come)|competitor|leave|close my|take my business/i,
  /lawyer|police|stolen|fraud|\bsue\b|danger|hurt|\bfire\b|unsafe|hacked|emergency|court|report you/i,
  /\b(urgent\w*|asap|hurry|deadline|in time|too late|right away|by (tomorrow|tonight|monday|friday|noon)|before)\b/i,
  /mother|grandm|baby|disab|\bsick\b|hospital|\bold\b|child|kids|pregnan|alone|doctor|allerg|medic|lost my job/i,
  /expect|should (have|be|not)|supposed|i thought|promised|normally|assumed|usually/i,
  /just want|all i want|would rather|hoping|i wish|prefer|want to feel|ideally|looking for/i,
  /expensive|price|cheap|\bfees?\b|afford|worth|overpriced|too much|charg\w+ (me|too)|\bcost/i,
  /recommend|my friends?|reviews?\b|tell (everyone|people|others)|stars|better business/i,
  /because|so that|the reason|since i|actually|really need|the thing is|it's for|going to (a|my)/i,
]

export const companyHints = {
  understanding:
    /so you|you are saying|you're saying|you mean|correct\?|to confirm|sounds like|you('d| would) like to|you want|is that right/i,
  acknowledgement: /sorry|understand|frustrat|apolog|that must|i hear|glad|patience/i,
  openQuestion:
    /^(what|how|which|why|when|where)\b.*\?|tell me|describe|could you (explain|share)|what happened/i,
  optionOffered: /\bor\b.*\?|options?\b|alternativ|either|instead|would you like|i can offer|you could/i,
  ownership:
    /i will|i'll|let me|i have (now|just)|my (fault|mistake)|our (fault|mistake)|take care|look into/i,
  promise:
    /will be|within|by (tomorrow|monday|friday|the end)|tomorrow|business days|minutes|soon|promise|guarantee/i,
  ruleCited: /policy|\brules?\b|\bterms\b|require[ds]?|according|allowed|eligible|procedure|only if|must be/i,
  refusal: /can't|cannot|can not|unable|not possible|unfortunately|not allowed|denied|won't|no refund/i,
  wayOut: /but (you|i|we) can|however|what i can|alternatively|instead/i,
  deflection:
    /website|check (the|our|your)|try again|nothing (i|we)|online|call back|\bfaq\b|not our|calm down|as i said|yourself/i,
  spokenHandOff:
    /transfer|department|colleague|manager|contact|speak (to|with)|human|forward you|police|your bank/i,
  distrust:
    /proof|verif\w+ that you|are you sure|you claim|evidence|our records|did you really|lying|suspicious|don't believe|fake/i,
  jargon:
    /\b[A-Z]{3,5}\b|authenticat|\breference\b|terminal|\bsystem\b|database|query|protocol|escalat|parameters|itinerary|processed/,
  pressure:
    /quick|right now|hurry|last chance|only today|decide|asap|time is|waiting for you|other customers|need an answer|rush|limited/i,
  brushingOff: /rude|calm|nonsense|stop|goodbye|end this|waste|your problem|told you|please just|listen/i,
} as const satisfies Readonly<Record<string, RegExp>>
