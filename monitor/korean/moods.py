"""
The words that decide whether a thing is planned, done or guessed, in spread spelling (see `endings`): 해ㅆ다 did, 하ㄴ다 does.

WALK holds them by what they say, those that outrank others first; `stances` walks a sentence with them.
"""

from __future__ import annotations

from monitor.korean.endings import endings

# plan, due, policy, idea, ambition, blueprint, goal …
PLAN = "계획|예정|방침|구상|복안|포부|청사진|로드맵|목표|생각|비전"
# is known, is told, turns out: they say nothing of the deed
REPORT = "알려|전해|나타나|나타났|집계|파악|확인"
# own, run, consist, reach, have, switch on, record, be used, exceed …: they tell what is there, even in the present tense
HOLD = (
    "보유하|운영하|구성하|구성되|이뤄지|이루어지|(?<!조)달하|육박하|이르|갖추|지니|가지|활성화하|활성화되|동작하|작동하|"
    "구현하|기록하|근무하|일하|차지하|쓰이|사용하|이용하|뛰어넘|넘|웃도|(?<!거)두|아니|있|없|해당하|자랑하|탑재하|"
    "거느리|평가되|꼽히|불리|뜻하"
)
# under way, and so not there yet
BUILD = "건설|구축|조성|짓|증설|개발|진행|공사|추진|준비|확장|마무리 짓|작업|설치|착공"
# 'unveils on the 30th' speaks of a thing that is there
REVEAL = "공개하|공개되|선보이|내놓|나오|출시하|출시되|발표하|소개하|상용화하"
# grows, raises, develops: not there yet
CHANGE = "확장하|확대하|키우|늘리|높이|끌어올리|개발하|만드|만들어지|완성하|완성되|진화시키"
DOES = f"(?:(?:ㄴ다|느ㄴ다)(?!는 (?:{PLAN}))|ㅂ니다|스ㅂ니다)"

_GUESS = (
    r"ㄹ 것(?:으로|이라고?|이라며)?[\s\"”]{0,2}[^,.ㅆ]{0,12}?(?:이라고 )?"
    r"(?:예상|전망|추정|관측|보이ㄴ|보고|본다|점쳐|내다|기대된)"
    r"|ㄹ까(?=[\s?…·,.\"”’']|$)|ㄹ 것(?:이라는|이란) (?:계산|전망|관측|분석|예상|추정)|ㄹ 전망|추정|추산|관측|예측|소문|컨센서스|추측|거론|점쳐"
    r"|전망(?:된|돼|되|이 나|도 나|하|해|이다|치)|예상(?:된|돼|되|하|해)|내다(?:봐|보)|것으로 (?:보이ㄴ|보고|본다|안다)"
    r"|(?:업계|월가|시장|증권가)(?:은|는) (?:보고|본다)|(?:고|라고) (?:업계|월가|시장|증권가)"
)
_PLANNED = (
    r"게ㅆ|(?:하|되|지|사|내|쓰|가|오|주|이|리|우|추|받|짓|갖|늘|두|놓|뽑|넣|모으|쏟|붓|맡|나누|꾸|맺|얻)기로|키로 "
    rf"|(?:(?<!르)|(?:이|오|다)르)ㄹ (?:것(?!으로)|{PLAN}|전략|작정)"
    r"|려고 |려는 |려 하|고자 |기 위(?:해|한)|(?:을|를) 위(?:해|한)|는 (?:초대형 )?프로젝트(?:다|이|로)|는 (?:쪽|방향|방안)으로"
    rf"|(?:ㄴ다|자)는 (?:{PLAN}|전략|뜻|의지)|(?<!당초 )(?<!기존 )(?:{PLAN})"
    r"|예고|약속|약정|투자협약|양해각서|공언|협의|협상|논의|검토|모색|타진|노리|의향|제안|요청|발주|다짐"
    r"|바라보ㄴ다|앞두|앞으로 다가|목전|기대하ㄴ다|도전하ㄴ다"
)
_DONE = (
    r"(?<!이)ㅆ(?=다|스ㅂ니다|으며|고|지만|는데|던|으나|음|기|어|지|으니|더)"
    rf"|(?<!느)ㄴ (?:것으로 (?:{REPORT})|바 |상태)"
)
_TO_DO = (
    r"(?:들어가|(?:예산|사업비|국비)(?:을|를) (?:쓰|들이|투입하))는 |(?:짓|세우|건설하|구축하|조성하)는 (?=[가-힣A-Z])|(?:하|되|키|리|내|쓰|치|추|우|루|보이|들이|주)ㄹ "
    r"(?!때|만큼|정도|만하|수|것|거|경우|기ㄹ|필요|가능)"
)
_DID = (
    r"(?:(?<!위)(?<!대)(?<!관)(?<!의)(?<!통)(?<!또)(?<!\s)하|되|시키|내|치|쓰|받으|들이|모으|올리|거두|넘기|나누)ㄴ "
    r"(?!것으로)(?=\S)|이ㄴ 점|던 "
)
_LINK = (
    r"(?<![통위대의관인향])해,? (?!ㅆ)(?!있|나가|왔|온|갈|주)|"
    r"(?:하|되|이|리|우|키|오|가|내|으|대|붓|짓)(?:고|며|면서)(?:,|\s(?!있))|(?:하|되)는 (?:등|동시에)"
)
WALK: tuple[tuple[str, str], ...] = (
    ("began", r"(?:을|를) 시작으로"),  # '10.7B를 시작으로': the first of a line
    ("served", r"(?:을|를) (?:기반|바탕|대상)으로"),  # users that a service already has
    ("guess", _GUESS),
    ("plan", _PLANNED),
    ("under way", rf"(?:{BUILD})(?:하)?(?:\s?중|고 있)|추진|개발에 (?:집중|주력|매진|나서|나섰|박차|속도)"),
    ("held", r"[가-힣]고 있|(?:보유|운영|가동|사용|이용|서비스|제공) 중|체결한 상태"),
    ("allotted", r"(?:편성|책정|배정|승인|의결|확정|반영)(?:해ㅆ|하|돼ㅆ|된)|잡아ㅆ|잡아 놓"),
    ("announced", r"(?:발표|제시|공표|예고)(?:해ㅆ|하ㄴ|하며|하면서)|내걸|내세우|내놓"),
    ("grows", rf"(?:{CHANGE})(?:고|며|면서|느ㄴ 데)"),
    ("done", _DONE),
    (
        "holds",
        rf"(?:{HOLD})(?:며|고|여|어(?!서ㄹ|서게ㅆ|서려)|{DOES})|구성돼|이뤄져|갖춰|달해|이르러|(?:활성화|작동|동작)(?:하|되)는 ",
    ),
    ("does", rf"ㄴ다(?=고|는|며|면서|지만|지|[\s.,\"”’'…]|$)|(?<!스)ㅂ니다|(?<!ㅆ)스ㅂ니다|느ㄴ 것으로 (?:{REPORT})"),
    ("deed", r"(?:하|오|내|쓰|짓|들이|늘리|키우|붓|사들이)는 것(?!으로)"),  # '26만 장을 들여오는 것도': not there yet
    ("to do", _TO_DO),  # what modifies a noun:투입할 로봇
    ("did", _DID),  # 투자한 회사
    ("link", _LINK),
)
STEPS = endings("|".join(f"(?P<s{number}>{words})" for number, (_, words) in enumerate(WALK)))
STEP_NAMES = tuple(name for name, _ in WALK)
