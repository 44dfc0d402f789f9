"""Sentences as customers write them, made from frames and words of many trades: teaching material of our own making."""

import random

OBJECTS = {
    "order": "order parcel package delivery shipment item product purchase gift replacement",
    "money": "refund payment invoice bill deposit charge fee receipt voucher discount credit balance transfer withdrawal salary rebate",
    "account": "account profile password username login email address subscription membership plan contract settings notification",
    "travel": "flight booking reservation ticket seat luggage bag boarding pass hotel room train trip itinerary upgrade visa passport",
    "bank": "card credit card debit card pin cheque statement loan mortgage account number direct debit overdraft exchange rate savings account",
    "device": "phone laptop tablet router modem printer screen battery charger sim card headset camera washing machine heater meter",
    "service": "internet connection signal wifi data plan voicemail website app update installation appointment repair inspection technician warranty",
    "health": "prescription appointment doctor test result insurance claim policy premium coverage medication bill referral",
    "food": "meal pizza order table reservation menu coupon driver dessert drink",
    "home": "apartment lease rent key heating water electricity gas leak contract deposit landlord",
    "school": "course exam certificate lesson tuition teacher grade registration schedule",
}
PHRASES = {
    "boarding pass", "credit card", "debit card", "account number", "direct debit", "exchange rate", "savings account", "sim card",
    "washing machine", "data plan", "test result",
}
PROBLEMS = """has not arrived|is late|never came|was cancelled|got cancelled without notice|is missing|was lost|was stolen|is broken|does not work|
stopped working|is not working anymore|was declined|was rejected|is still pending|is wrong|is incorrect|was charged twice|is too expensive|
has expired|is about to expire|was damaged|is delayed|cannot be found|was sent to the wrong address|is blocked|is locked|was changed|
is not showing|disappeared|was not approved|failed|is too slow|keeps failing|shows an error|was never confirmed|is higher than expected|
is lower than it should be|is incomplete|has a problem|was returned|went down|is out of stock|was not accepted|has been suspended""".replace("\n", "").split("|")
ACTIONS = """cancel|change|return|replace|track|find|activate|renew|update|verify|confirm|pay for|order|book|close|open|delete|extend|
transfer|check|download|print|reset|share|upgrade|reschedule|dispute|report|stop|split|link|install|repair|sell|use|get|receive|
add|remove|move|borrow|block|unblock|freeze|insure|claim""".replace("\n", "").split("|")
FRAMES_ACTION = """how do i {a} my {o}?|can i {a} my {o}?|i want to {a} my {o}|i need to {a} the {o}|please {a} my {o}|where can i {a} a {o}?|
is it possible to {a} the {o}?|what do i need to {a} a {o}?|i am trying to {a} my {o}|help me {a} my {o}|i can't {a} my {o}|
why can't i {a} my {o}?|how long does it take to {a} a {o}?|how much does it cost to {a} the {o}?|who can {a} my {o}?|
what are the steps to {a} the {o}?|am i able to {a} a {o} online?|when can i {a} the {o}?|is there a fee to {a} my {o}?|
i would like to {a} my {o} please|do you let customers {a} their {o}?|what happens if i {a} my {o}?|can someone else {a} my {o}?|
i tried to {a} my {o} but it failed|could you {a} the {o} for me?""".replace("\n", "").split("|")
FRAMES_PROBLEM = """my {o} {p}|the {o} {p}|why is it that my {o} {p}?|hi, my {o} {p}|i think my {o} {p}|what should i do if my {o} {p}?|
it seems the {o} {p}|my {o} {p}, what now?|i noticed that my {o} {p}|help, the {o} {p}|the {o} i paid for {p}|my new {o} {p}|
yesterday my {o} {p}|it looks like my {o} {p}|can you tell me why the {o} {p}?""".replace("\n", "").split("|")
FRAMES_OBJECT = """where is my {o}?|what is the status of my {o}?|i have a question about my {o}|how much is the {o}?|do you offer a {o}?|
what is a {o}?|what types of {o} do you have?|is there a limit on the {o}?|which {o} do you support?|i lost my {o}|someone stole my {o}|
i did not receive my {o}|i am still waiting for my {o}|
i want a new {o}|i need another {o}|i forgot my {o}|
when will i get my {o}?|i was charged for a {o}|i got the wrong {o}|how many of the {o} can i have?""".replace("\n", "").split("|")


def objects_of(words):
    parts, found = words.split(), []
    while parts:
        pair = " ".join(parts[:2])
        found.append(pair if pair in PHRASES else parts[0])
        parts = parts[2:] if pair in PHRASES else parts[1:]
    return found


def make_sentences(count, seed=11):
    """`count` different sentences; the same ones for the same seed."""
    draw = random.Random(seed)
    trades = [objects_of(words) for words in OBJECTS.values()]
    found = set()
    while len(found) < count:
        thing = draw.choice(draw.choice(trades))
        kind = draw.random()
        if kind < 0.45:
            sentence = draw.choice(FRAMES_ACTION).format(a=draw.choice(ACTIONS), o=thing)
        elif kind < 0.75:
            sentence = draw.choice(FRAMES_PROBLEM).format(p=draw.choice(PROBLEMS), o=thing)
        else:
            sentence = draw.choice(FRAMES_OBJECT).format(o=thing)
        found.add(sentence)
    return sorted(found)
