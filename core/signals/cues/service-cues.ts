import { type Cue, day, number, period } from './cue.ts'

/** What the company does for the customer: it offers, owns, promises and finds a way out. */
export const serviceCues: readonly Cue[] = [
  {
    kind: 'optionOffered',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (you|we|i) (can|could|may|might) (either|choose|pick|also choose|select between|opt) _
      (i|we) (can|could|would be able to|am able to|are able to|would like to|am happy to|will be happy to|would be happy to|am pleased to) (offer|suggest|propose) [you|a|an|to|the|for]
      (would|do) you (prefer|rather) (me|us|to|a|an|the|#|another|that|this|direct|something) _
      (would|do) you (like|want) to (change|adjust|modify|widen|alter) [any|some|one] [of] [your|the] (criteria|preferences|filters|search|budget|date|dates|time)
      (would|do) you (like|want|prefer) (somewhere|someone|anything) else
      (would|do) you [still] (like|want|prefer) (me|us) to (file|submit|call|put|apply|request|ask|change|split) _
      (can|could|should|shall|may) (i|we) (book|try|do|use|make|take) [_] [_] [_] [_] [_] [_] instead
      (do|would) you (want|like) (me|us) to [_] [_] [_] instead
      is there a different (place|time|date|day|city|area) _
      (which|what) (flight|option|room|hotel|one) [_] you would (like|prefer|want) to (choose|take|book)
      (would|do) you (like|want) to (use|proceed with using) _
      (would|do) you (like|want) to (use|proceed with) (that|the|your|a|this|another) (combination|alternative|other|gift|certificate|voucher|credit|card)
      (consider|following) [_] (alternatives|alternative)
      consider (the following|one of|these) _
      (following|these) [_] [_] (options|choices|alternatives|times|slots)
      you have the following payment methods
      (here are|found) [the] [${number}|some|several|these|following|other] [the] [available|suitable|possible] [nonstop|direct|connecting|one stop|economy|business|round trip] (flights|options|rooms|hotels|apartments|restaurants|times|slots|appointments) _
      (i|we) have [a|an|one|#] [_] [_] (available|open|slot|opening) [if|at|on|for|if you|time]
      (i|we) (can|could) do (${day}|#|another|a different)
      (i|we) have (${day}) _
      (would|do|did) you (like|want) (me|us) to (check|try|search|look|explore|see|send|suggest|find|add|include|give|provide|arrange|recommend|offer|show) _
      (would|do) you (like|want|wish|care) to (try|check another|explore|book [_] [_] [_] [_] [_] instead|choose|consider|look for another|keep|go with|reschedule) _
      (would|do) you (like|want|need|require|prefer) (another|a different|different|some|one of|a refund|a replacement|a credit|a voucher|an exchange|a new|a callback|a call back|a discount|that|those|these|something|either) _
      or would you (like|prefer|rather) _
      or (should|shall) i (transfer|book|check|try|search|keep|send|look|order|find) _
      or do you (want|prefer) _
      (would you like|would you prefer|do you want|should i|shall i|shall we) [_] [_] [_] [_] [_] [_] or (another|a different|try|something|should|shall|rather)
      (which|what) (option|options|of these|of those|one) [would you|do you|works] [like|prefer|best|rather]
      (here are|there are|you have|we have|i have|these are|here is) (${number}|some|the|your|a few|other|several) [different|other|available|nonstop|direct|upcoming|possible|alternative|one stop] [different|other|available|nonstop|direct|flight|possible] (options|choices|alternatives|ways|possibilities|solutions|flights|rooms|times|slots|restaurants|hotels)
      (like|want) to explore [_] [_] (options|alternatives)
      your (options|choices) (are|here)
      (would|do) you (like|want) (me|us) to proceed with (issuing|offering|providing|sending|crediting|giving) _
      or explore (other|different|alternative) _
      (would|will) need to (book|buy|purchase|make) a new _
      (would|do) you (like|want) to (file|submit|report) _
      is # (am|pm) [on] [${day}] (good|ok|okay|fine)
      (has|have) an opening _
      which would you (prefer|like)
      how about _
      how is # (am|pm)
      should i try _
      (i|we) can see about _
      either (your|the|a) _
      but (i|we) found (a|an|another) _
      try another [_] [_] or another _
      (is|are) not available but _
      (would|do) you like [for] me to reserve a _
      (another|one|other|second|alternative|first|next|cheapest|quickest) [return] (option|possibility|alternative|choice) [_]
      (alternatively|as an alternative) [_] (i|we) (can|could|may)
      (instead you can|instead i can|instead we can|what i can do|what we can do|what i could do|the best i can do is)
      (i|we) (can|could) (try|check|look|search|book|send|see|find) [_] [_] [_] [_] [_] if you (would like|prefer|like|want|wish)
      (if you (prefer|would prefer|would rather)) [to|a] [_] [_] [_] (i can|we can|i could|we could|you can|you could)
      (let me|allow me to) (offer|suggest|give you a|give you some|propose)
      (up to you|your choice|you choose|whichever you|whatever works|works best for you|suits you|which suits)
      (what|how) about (the|a|an|another|at|we|you|i|going|trying|something|#|_ or) _
      (how about|what about) # 
      (do|would) you (like|want) to (change|try) [_] [_] [_] [_] (and try|instead|another|different)
      (can|could|should|shall) i (check|try|find|book|offer|look for|search for|get you) (another|a different|an alternative|other) _
      (can|could|shall|should) (we|i) try (another|a different|a later|again)
      would (a|an|another) (later|earlier|different) [_] (be|work|suit)
      (perhaps|maybe) you (would like|could|can) (try|to try|choose|to choose|go|book|to book) _
      let us consider _
      if you would like i (can|could) (try|attempt|check|book|look|send|offer|search|find|see)
      offer (to|them|the customer|you|him|her) _
      (does|would|is) # [am|pm] [_] [_] (work|suit|good|ok|okay|fine)
      (how|what) (is|about) (${day})
      what do you think (about|of) _
      (perhaps|maybe) you would (like|prefer|rather) _
      (would|do|did) you (like|want|wish) [to] [reserve|book|schedule|go|do|see] [it] [for|at|on] (another|a different|an earlier|a later|the other|an alternative|alternative|the next) (time|day|date|place|one) _
      (would|do) you (like|want) to (change|adjust|alter|move) (your|the) _
      (choose|pick|select) (another|a different|one of) _
      (like|want) (me|us) to (increase|lower|reserve a|book another|keep|switch|move|waive|hold) _
      (should|shall|can|could) (i|we) [_] [_] [_] [_] [_] [_] [_] instead
      (would|do) you (like|want|prefer) to [_] [_] [_] [_] [_] [_] instead
      (i|we) (can|could) also (add|filter|check|look|put|set|send|try|search|see|note|do|get|find|change|move|refund|sort|print|call) _
      otherwise [_] [_] (i|we) (can|could) _
      (i|we) can help you (file|submit|request) _
      (would|do|did) you (like|want) to (reserve|book|schedule|file) a _
      (i|we) can try _`,
  },
  {
    kind: 'optionOffered',
    strength: 0.5,
    guard: 'stands',
    phrases: `
      you can also (choose|use|pick|get|take|have|ask for|opt)
      (we|i) (can|could) (also|instead|still) (offer|give|send|refund|replace|book|provide|do|arrange|move|change|put|try)
      (i|we) could try _
      (would|will|does) (that|this|it|# [_]|one of those|any of those|any of these|either of those) [_] (work|be ok|be okay|be fine|suit|be acceptable|sound good|sound ok)
      (there is|we have|we do have|i have|i see) (also|another|an|one|a) [other|earlier|later|cheaper|available] (option|alternative|possibility|slot|appointment|room|hotel|offer)
      i can (send|offer|give|book|refund) [you] [_] [_] [_] [_] or (refund|send|offer|give|book|do|replace|you) _`,
  },
  {
    kind: 'optionOffered',
    strength: 0.6,
    guard: 'stands',
    where: 'openingQuestion',
    phrases: `
      (would|do) you (like|want|wish|care) to (see|look|hear|schedule|search|pick|select|view|check) _
      should i [_] (something|another)`,
  },
  {
    kind: 'ownership',
    strength: 0.8,
    guard: 'firm',
    phrases: `
      (i|we) (will|am going to|are going to|shall) [personally|now|gladly|definitely|certainly|also|immediately|be|first|then|just|go ahead and] (take care of|handle|sort|sort out|fix|look into|looking into|make sure|ensure|see to|resolve|get this|get that|get it|follow up|investigate|arrange|put this right|make it right|make this right|deal with|take ownership|take responsibility|chase|stay with|walk you|escalate this myself|correct|solve|make it up|work|do anything|do everything|do my best|try|find out|figure) _
      (let me|allow me to) (fix|sort|take care of|handle|make this right|make it right|resolve|correct|get this|get that|look into|investigate|see what i can|see what we can|make sure|put this right|put that right|find out|personally)
      (i|we) (have|just|have just|have now|went ahead and|have gone ahead and|already) [personally|now|gone ahead and|also|successfully|just|already] (fixed|sorted|resolved|refunded|cancelled|canceled|corrected|updated|arranged|processed|issued|credited|removed|waived|rebooked|booked|changed|escalated|confirmed|determined|secured|added|applied|initiated|reset|sent|ordered|replaced|reimbursed|upgraded|extended|reversed|submitted|scheduled|reported|filed|blocked|unlocked|reserved|entered|included|put in)
      (i|we) [just] (booked|cancelled|canceled|fixed|corrected|refunded|changed|updated|scheduled|waived|removed|ordered|reserved) (this|that|it|the|a|your|you)
      (i|we) (checked again|double checked|have double checked) [_]
      (i|we) (was able to|were able to|managed to|have managed to) (confirm (reservations|your|the|a)|book|fix|cancel|change|get|make|reserve|schedule|add|update|refund|resolve|complete) _
      (leave it|leave this|leave that) (with|to) (me|us)
      (i|we) (take|accept) [full] (responsibility|ownership)
      (this is|that is|it is|it was|that was) (our|my) (mistake|fault|error|responsibility)
      (i|we) made (a|an) (mistake|error)
      i was mistaken
      i have noted _
      (hold on|wait|moment|bear with me) [for] [a|one] [moment|minute|second] while (i|we) _
      (sorry|apologies) my (error|mistake|fault|bad)
      (i|we) (booked|reserved|scheduled) (#|one|two) _
      (on|by) me personally
      (my|our) (responsibility|job) to`,
  },
  {
    kind: 'ownership',
    strength: 0.45,
    guard: 'firm',
    phrases: `
      (let me|allow me to) [just|quickly|go ahead and|first|now|start by|begin by|see if i can] (check|checking|look|see|do that|do this|update|process|cancel|change|book|refund|reset|add|go ahead|try|get|find|verify|retrieve|pull|search|review|confirm|start|fetch|ask|call|take|put|start by|begin)
      let us get (that|this|it|started|you) _
      let us [just|quickly|first|now|start by|begin by|proceed with] (check|checking|look|see|verify|start|begin)
      (i|we) will [also|first|just] (let|tell|notify|inform|ask) (the|them|him|her|our|your) _
      (i|we) will [also|first|just] (make a note|have a look|take a look|double check|write up|need to check|need to look)
      (tell|inform|let) the customer [know] [that] you will _
      (i|we) (will|am going to|are going to|shall) [now|first|just|quickly|also|then|immediately|go ahead and|proceed to|start by|personally|certainly|gladly] (proceed|check|checking|look|search|verify|put|get|retrieve|find|process|cancel|book|update|do that|do this|do it|start|review|make the|make that|make this|add|apply|change|schedule|report|file|send|inform|let them|initiate|submit|remove|block|issue|reserve|begin|gather|pull|note|mark|pass)
      (i am|we are) [now|already|just|currently] (on it|looking|checking|working|investigating|helping|trying|searching|processing|sorting)`,
  },
  {
    kind: 'promise',
    strength: 0.8,
    guard: 'firm',
    phrases: `
      (will|shall|should|is going to|are going to) [be|also|then|now|usually|normally|all] (receive|get|have|hear|arrive|deliver|delivered|refunded|sent|shipped|credited|call|email|contact|come|send|appear|resolved|fixed|ready|reach|reflect|post|processed|completed|update|notify|reply|respond|get back|follow up|take effect|refund|ship|replace|fix|resolve|go out|with you) [_] [_] [_] [_] [_] [_] (by|within|before|no later than|on|in|in the next|over the next) [the|next|this|about|approximately|up to|around|at most] (${day}|# [to|or|and|business|working] [#] [business|working] (${period}))
      (will|shall|should) [be|also|then|now] (receive|get|have|hear|arrive|be|delivered|refunded|sent|shipped|credited|call|email|contact|come|send|appear|resolved|fixed|ready|reach|get back|follow up|with you|there) [_] [_] [_] (within|in|by) [the|next|about|up to|around] (${number}) [to] [#|${number}] [_] (${period})
      (i|we) (promise|guarantee|give you my word|assure you) [you|that|it|this|i|we|to]
      (i|we) will [_] [_] [_] [_] (by|before) (${day}|# am|# pm)
      (i|we) will (take care of|sort|fix|handle|resolve|call|refund|send|ship|email|process|replace|check|look into|get back to) [_] [_] [_] (${day})`,
  },
  {
    kind: 'promise',
    strength: 0.5,
    guard: 'firm',
    phrases: `
      you will (receive|get|hear) (a|an|the|your|from|it|back|another) _
      (i|we|someone|they|our team|a colleague|a specialist) will [_] (call|email|contact|get back to|follow up with|notify|update|reply to|send|write to|text|refund|reimburse|replace|ship|inform|let) [you|a|the|your]
      (is|are) on (the|its|his|her|their) way
      (driver|ride|taxi|car|cab|technician|courier|engineer|ambulance|delivery) is [arriving|_] [and] [is|_] # (minutes|minute|mins|min|hours) (away|out)
      (driver|ride|taxi|car|cab|technician|courier) is [now|already] (arriving|coming)
      will (pick you up|knock|come by|stop by|be with you|meet you|arrive in a)
      # (minutes|minute|mins|min) away
      (should|will) (arrive|be there|be here) in [less than|about|around] # _
      arriving [in] # (minutes|minute|mins|min)
      will then (ship|arrive|be sent|be shipped|be refunded)
      you will (be contacted|be notified|be called|be refunded|get there)
      will get (this|that|it) (looked|fixed|sorted|resolved|done) _
      (and|we|i|they|team|someone|colleague|member) will [then|also|soon] (contact|call|email|notify|update|inform|text) you
      let the customer know [that] you will _
      (your|the|a|any|their|this|that|it) [full] (refund|order|package|replacement|card|money|credit|parcel|item|items|voucher|certificate|ambulance|driver|taxi|ride|technician|engineer|doctor) [of] [#] [#] will [be|also|then] (arrive|come|call|pick you|processed|refunded|sent|issued|shipped|credited|delivered|returned|back)`,
  },
  {
    kind: 'wayOut',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (but|however|instead|alternatively|though|although) [_] [_] [_] [_] (i|we|you) (can|could|may|might) [still|also|always|instead] (upgrade|cancel|rebook|change|offer|move|check|try|book|send|look|give|add|refund|exchange|do|help|search|proceed|choose|get|buy|keep|replace|apply|arrange|put|visit|downgrade|order|reschedule|pay|make|take|ask for)
      (but|however) (with|if) [_] [_] [_] [_] [_] (we|i|you) (can|could|may)
      (you|we) (would|will|may|might|could) (need|have) to [first|consider] (cancel|rebook|book|upgrade|return|buy|purchase|make a new|place a new|pay) _
      (what|all|the best) (i|we) (can|could) (do|offer) [instead|for you|is]
      (would|do) you (like|want|prefer) to (explore|try|check|see|consider|choose|keep|rebook|reschedule|upgrade|use|proceed with upgrading|search|book) _
      (would|do) you (like|want) me to (check|try|search|look|explore|find|see|book another|offer) _
      (would|do) you (like|want|prefer) (another|a different|something else|one of) _
      (other|different|another|alternative) (dates|date|time|times|day|flights|flight|airports|room|size|restaurant|venue) _
      you (can|could|may) [instead|still|also|always] (upgrade|rebook|buy|cancel and|exchange|choose|try another|try a) _
      (i|we) can [still] (offer|try|look for|search for|put you|move|rebook|exchange|credit) _`,
  },
  {
    kind: 'wayOut',
    strength: 0.55,
    guard: 'firm',
    phrases: `
      (we|i) can proceed with _
      (i|we) can only (cancel|change|refund|book|offer|modify|exchange|upgrade|move|replace|credit) (the|a|an|your|it|them|all|both) _
      can (still|also|instead) be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned)
      (and|so|it|reservation|order|ticket|item|booking|insurance) can be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned)
      can be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned) (at any|because|since|with|for|as)
      the only option would be to _
      let us (proceed with using|use|try) _`,
  },
]
