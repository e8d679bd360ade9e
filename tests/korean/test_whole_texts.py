"""What a text says as a whole: what it is about, what it says twice, whose a name or a size is, what it corrects."""

from dataclasses import replace
from decimal import Decimal

import pytest
from bound import READER, WHEN, read

from monitor.model import JOINT, Article


def test_said_twice_is_written_once_at_its_most_precise() -> None:
    """A rounded and a precise saying of one size are one figure: the precise one."""
    figures = read("SK텔레콤의 A.X K1은 5000억 개 매개변수 모델이다. A.X K1의 매개변수는 정확히 5190억 개다.")

    assert [f.low for f in figures] == [Decimal("519e9")]


def test_a_goal_and_what_is_there_are_two_figures() -> None:
    """A plan is not the fact beside it although the digits allow for it; the same number in both tenses is one."""
    two = "카카오가 챗GPT 포 카카오의 이용자를 오는 9월까지 1000만명으로 늘릴 계획이다. 현재 이용자는 800만명이다."
    one = "업스테이지는 솔라 오픈 2를 500B로 키울 계획이다. 솔라 오픈 2의 매개변수는 5190억개다."

    def lows(text: str) -> list[Decimal | None]:
        return [f.low for f in READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures]

    assert lows(two) == [Decimal("1e7"), Decimal("8e6")]
    assert lows(one) == [Decimal("519e9")]


def test_a_size_names_the_model_that_the_catalogue_spells_with_it() -> None:
    """A size told of a line belongs to the later model whose name bears it, and never to an earlier one."""
    later = read("업스테이지는 솔라 프로 2까지 개발했다. 이번에는 독자 AI 파운데이션 사업을 통해 100B 모델을 완성했다.")
    named = read("네이버클라우드는 8B 모델로 하이퍼클로바의 옴니모델 사업을 넓힌다.")
    earlier = read("네이버가 하이퍼클로바X를 공개했다. 이 모델의 매개변수는 2040억 개다.")

    assert [(f.subject, f.thing, f.version) for f in (*later, *named, *earlier)] == [
        ("솔라 오픈 100B", "upstage/솔라 오픈", None),
        ("하이퍼클로바", "naver/하이퍼클로바X", "시드 8B 옴니"),
        ("하이퍼클로바X", "naver/하이퍼클로바X", None),
    ]


def test_a_conversion_is_no_second_figure() -> None:
    """Won beside dollars, in brackets or after 'in our money', belong to the same figure."""
    figures = read("오픈AI가 AI 데이터센터에 100억 달러(약 14조원)를 투자한다. 우리 돈 약 14조원이다.")

    garbled = read("AMI 랩스는 기업가치 30억 유로(약 5억868억원)를 인정받았다.")

    assert [(f.unit, f.low) for f in (*figures, *garbled)] == [("USD", Decimal("1e10")), ("EUR", Decimal("3e9"))]


def test_what_a_partner_tells_of_a_joint_project_says_so() -> None:
    """A partner of a project, or the group of its company, tells of a joint thing; its own company does not."""
    text = "{} 5000억 달러를 들여 AI 인프라를 까는 '스타게이트'를 발표했다. 데이터센터를 짓는 초거대 AI 사업이다."

    scopes = {firm: [f.scope for f in read(text.format(firm))] for firm in ("오라클은", "오픈AI는", "델은")}

    double = read("버터플라이 이펙트는 마누스로 이름난 AI 회사다. 버터플라이 이펙트는 기업가치 5억 달러를 인정받았다.")

    assert [f.scope for f in double] == ["joint:manus"]
    assert scopes == {"오라클은": ["joint:openai"], "오픈AI는": [""], "델은": [""]}


def test_offsets_point_at_the_quote() -> None:
    """Every figure can be shown in its place."""
    text = "네이버가 AI 인프라를 키운다. 네이버는 내년 GPU에 1조원을 투입한다."

    assert all(text[f.start : f.end] == f.quote for f in read(text))


def test_active_sizes_of_a_list_are_those_of_models_without_a_name() -> None:
    """'20B-A2B, 7B-A1B': what is active in sizes that a sentence only lists is no figure of the model named before."""
    figures = read("NC AI는 배키를 내놓았다. 이연수 대표는 “모델로 20B-A2B와 7B-A1B MoE를 쓴다”고 말했다.")

    assert "active_parameters" not in {f.metric for f in figures}


def test_an_ambiguous_name_is_who_the_article_introduced() -> None:
    """After the chip maker Groq is introduced, its Korean name is no longer xAI's model of the same name."""
    text = "AI 칩 스타트업 그록(Groq)이 투자자를 만났다. 그록은 7억5000만 달러를 조달했다."

    assert [(f.company, f.metric) for f in read(text)] == [("groq", "funding")]


def test_a_short_text_is_on_topic_when_its_figure_is() -> None:
    """A wire short has too few words of the topic; a company's money for AI speaks for it."""
    article = Article("a", "", "u", "KT, AI에 7조", "KT가 AI 사업에 2027년까지 7조원을 투자한다.", WHEN)

    assert READER.read(article).relevant
    assert READER.judge(article).relevant


def test_downloads_of_a_model_are_on_topic() -> None:
    """A short text that counts the downloads of a model is about it, though its name is a common word; apps are not."""
    told = "{0}의 {1}가 이름을 알렸다. {1}의 다운로드가 2억 회를 넘었다."
    model, app = (
        Article("a", "", "u", "2억 회 넘겼다", told.format(*names), WHEN)
        for names in (("메타", "라마"), ("나라", "하마"))
    )

    assert [(figure.thing, figure.low) for figure in READER.read(model).figures] == [("meta/라마", Decimal("2e8"))]
    assert not READER.read(app).relevant


@pytest.mark.parametrize(("title", "relevant"), [("메타, 남해에 짓는다", True), ("땅값 오른 남해", False)])
def test_a_short_text_on_a_firms_site_is_on_topic_under_its_name(title: str, *, relevant: bool) -> None:
    """Where the headline names the firm, the figure of a sentence that leaves it out is surely its."""
    text = "메타가 전력을 더 사들인다. 남해 데이터센터의 규모는 기존 300MW에서 500MW로 확대된다."

    assert READER.read(Article("a", "", "u", title, text, WHEN)).relevant is relevant


def test_names_of_the_catalogue_speak_for_the_topic() -> None:
    """A short text that names a model or a site of AI is about it, without another word of the topic."""
    article = Article("a", "", "u", "메타, 하이페리온 증설", "메타가 하이페리온을 5GW로 늘린다.", WHEN)

    assert [(figure.subject, figure.unit) for figure in READER.read(article).figures] == [("하이페리온", "W")]


def test_staff_for_ai_is_on_topic_and_other_people_are_not() -> None:
    """A short text about whom a firm hires for AI is kept; professors beside a word of AI are not."""
    hired = Article("a", "", "u", "KT, AI 인력 500명 뽑는다", "KT는 올해 AI·디지털 인력 500명을 채용할 계획이다.", WHEN)
    others = Article("b", "", "u", "KAIST, 교수 40명 뽑는다", "KAIST가 AI 시대를 맞아 교수 40명을 채용한다.", WHEN)

    assert [READER.read(one).relevant for one in (hired, others)] == [True, False]


def test_where_a_partner_acts_a_joint_thing_is_told_of_it() -> None:
    """A figure of a joint site is the partner's that builds it there, and goes on being so in the next sentence."""
    text = "NHN이 국가AI데이터센터를 짓는다. NHN은 국가AI데이터센터에 90페타플롭스의 연산 능력을 갖출 계획이다."
    article = Article("a", "", "u", "NHN, AI 데이터센터", text, WHEN)

    assert [(f.company, f.thing, f.scope) for f in READER.read(article).figures] == [
        ("nhn", "gwangju/국가AI데이터센터", f"{JOINT}gwangju")
    ]


def test_an_end_of_the_outlay_speaks_of_the_outlay() -> None:
    """'It raised the floor of its outlay. From 66 to 70 billion': the sums are of the outlay."""
    text = "메타가 올해 AI 투자 하한을 끌어올렸다. 기존 660억~720억 달러에서 700억~720억 달러로 상향한 것이다."

    assert [(f.metric, f.cue) for f in read(text)] == [("investment", "superseded"), ("investment", "raised")]


def test_a_firm_worth_so_much_raised_no_such_sum() -> None:
    """짜리 (worth so much), said of the firm itself."""
    raised, worth = read("앤트로픽은 AI에 쓸 300억 달러를 조달하며 3800억 달러짜리 AI 회사가 됐다.")

    assert (raised.metric, worth.metric) == ("funding", "valuation")


def test_who_is_next_in_a_guess_is_guessed_too() -> None:
    """What somebody reckons of one firm goes on with the next."""
    figures = read(
        "AI 칩이 귀하다. 가람은 마이크로소프트가 GPU 48만장을 샀다고 추정했다. 메타는 22만장으로 뒤를 이었다."
    )

    assert [(f.company, f.status) for f in figures] == [("microsoft", "estimated"), ("meta", "estimated")]


def test_chips_may_be_ordered() -> None:
    """So many ordered by each: the noun behind the number tells what was done with them."""
    figures = read("시장조사업체 가람은 바이트댄스와 텐센트가 AI용 GPU를 각각 23만개 주문한 것으로 추정했다.")

    assert [(f.company, f.low, f.status) for f in figures] == [
        ("bytedance", Decimal(230000), "estimated"),
        ("tencent", Decimal(230000), "estimated"),
    ]


def test_an_article_that_corrects_says_which_number_was_wrong() -> None:
    """After '바로잡습니다' (we correct) what is not so is what was printed, and what is so corrects it."""
    text = "네이버가 세종 데이터센터에 투자하는 금액은 '5600억원'이 아닌 '6500억원'입니다."

    put_right, plain = read(text, "[바로잡습니다] 네이버 AI 기사"), read(text)

    assert [(f.low, f.cue) for f in put_right] == [(Decimal("5600e8"), "superseded"), (Decimal("6500e8"), "corrected")]
    assert [(f.low, f.cue) for f in plain] == [(Decimal("5600e8"), "denied"), (Decimal("6500e8"), None)]


@pytest.mark.parametrize("said", ["정부는 시장을 바로잡는다.", "네이버는 정정보도를 청구했다."])
def test_who_speaks_of_corrections_corrects_nothing(said: str) -> None:
    """Putting a market right, or demanding a correction, is no correction of this article."""
    figures = read(f"{said} 네이버가 AI 인프라에 6500억원을 투자한다.")

    assert [(f.low, f.cue) for f in figures] == [(Decimal("6500e8"), None)]


def test_what_describes_an_awaited_model_tells_not_that_it_is_there() -> None:
    """A text on a model that is late says its size, and no delivery; one that came out has it."""
    late = "카카오의 새 모델은 모습을 드러내지 않고 있다. 650억개 매개변수를 지닌 KoGPT 2.0이 그 주인공이다."
    out = "카카오가 새 모델을 공개했다. 650억개 매개변수를 지닌 KoGPT 2.0이 그 주인공이다."

    found = [read(text, "카카오 AI 소식") for text in (late, out)]

    assert [[figure.status for figure in figures] for figures in found] == [["planned"], ["actual"]]


def test_an_ai_model_that_has_not_come_out_is_awaited() -> None:
    """'It is an AI model with 60 billion' only says which one has not come out yet."""
    (figure,) = read(
        "카카오의 KoGPT 2.0이 아직 나오지 않았다. 파라미터 600억개짜리 AI 모델이다.", "카카오 AI, 또 지나간 약속"
    )

    assert (figure.subject, figure.status) == ("KoGPT 2.0", "planned")


def test_what_was_foretold_of_a_model_is_no_size_that_it_has() -> None:
    """'With 65 billion, as it was announced', it has missed its spring once more."""
    (figure,) = read("카카오는 조용하다. 650억 파라미터로 예고된 KoGPT 2.0은 또 약속한 봄을 넘겼다.")

    assert (figure.subject, figure.status) == ("KoGPT 2.0", "planned")

    (known,) = read("카카오에 650억개 매개변수로 알려졌던 KoGPT 2.0의 행방을 물었다.")
    assert (known.subject, known.voice) == ("KoGPT 2.0", "recalled")


def test_a_number_put_right_is_of_the_same_thing() -> None:
    """The sentence names model and verb once, at the wrong number."""
    (wrong, right) = read("딥시크가 V3 개발에 5576만 달러를 썼다고 보도했으나, 557만6000달러가 맞아 바로잡습니다.")

    assert (wrong.subject, wrong.status) == (right.subject, right.status) == ("V3", "actual")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("메타의 올해 AI 투자 계획을 640억~740억 달러로 적었으나 640억~720억 달러가 맞아 바로잡습니다.", None),
        (
            "KT의 '믿음 3.0 미니'의 파라미터를 33억개라고 적었으나 34억개가 맞기에 바로잡습니다.",
            "믿음 3.0 미니",
        ),
    ],
)
def test_what_is_right_is_of_the_thing_that_was_written_wrongly(text: str, subject: str | None) -> None:
    """The right number stands alone, behind the wrong one."""
    wrong, right = read(text, "[바로잡습니다] KT '믿음 3.0' 기사")

    assert (wrong.subject, right.subject, right.cue) == (subject, subject, "corrected")


def test_a_subject_ends_no_sentence_of_another() -> None:
    """What is made of another firm's chips is told of who makes it."""
    text = "네이버가 엔비디아의 최신 칩을 묶은 '가람 클러스터'를 완성했다. 가람 클러스터에는 GPU 4224장이 들어갔다."

    assert [figure.company for figure in read(text)] == ["naver"]


def test_the_goal_of_a_nation_is_no_number_of_its_site() -> None:
    """It is told by the way, right after what the site has."""
    text = (
        "국가AI컴퓨팅센터가 3분기 착공한다. 2028년까지 GPU 1만5000장을 갖춘다. "
        "2030년 6만장이라는 정부의 GPU 목표에도 힘이 실린다."
    )

    assert [(f.subject, f.low) for f in read(text)] == [("국가AI컴퓨팅센터", Decimal(15000)), (None, Decimal(60000))]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("앤트로픽이 시리즈G 목표를 고쳐 썼다. 받을 금액을 100억 달러에서 200억 달러로 올려 잡은 것이다.", "funding"),
        ("메타가 올해 AI 투자 전망치를 손질했다. 100억 달러에서 200억 달러로 상향 조정했다.", "investment"),
    ],
)
def test_money_goes_on_with_what_was_told(text: str, metric: str) -> None:
    """What the sums of the next sentence are for is said in the one before."""
    assert {figure.metric for figure in read(text)} == {metric}


def test_this_firm_may_stand_behind_its_worth() -> None:
    """Whoever else the sentence names."""
    text = "앤트로픽이 AI에 쓸 돈을 모았다. 545조원의 기업가치를 인정받은 이 회사는 오픈AI를 추격하고 있다."

    assert [(f.company, f.metric) for f in read(text)] == [("anthropic", "valuation")]


def test_what_is_told_of_each_rack_is_no_number_of_the_site() -> None:
    """So many chips in one."""
    text = "국가AI컴퓨팅센터는 2028년까지 GPU 1만5000장을 갖춘다. 한 랙에 AI 칩 72개를 꽂는 방식이다."

    assert [figure.low for figure in read(text)] == [Decimal(15000)]


def test_what_a_site_pays_itself_is_put_in() -> None:
    """'All of it is found by the firm itself' raises nothing."""
    assert [f.metric for f in read("6500억원을 전액 자체 조달하는 네이버 각 세종은 AI 거점이다.")] == ["investment"]


def test_sums_of_two_years_are_two() -> None:
    """The same number, this year for one thing and next year for another."""
    figures = read("네이버는 올해 AI 인프라에 1조원 이상을 투자한다. 내년에는 GPU에만 1조원을 투자한다.")

    assert [figure.low for figure in figures] == [Decimal("1e12"), Decimal("1e12")]


def test_what_the_worth_became_is_no_part_of_the_raise() -> None:
    """The topic of a sentence outranks a deed that was over before."""
    figures = read("리벨리온이 상장을 준비한다. 기업가치는 3400억원을 유치한 뒤 1조9000억원이 됐다.")

    assert [(f.metric, f.low) for f in figures] == [("funding", Decimal("3.4e11")), ("valuation", Decimal("1.9e12"))]

    last = read("리벨리온의 몸값은 시리즈C 목표가 2000억원, 다시 3400억원 유치로 커지는 사이 1조9000억원이 됐다.")[-1]
    assert (last.metric, last.low) == ("valuation", Decimal("1.9e12"))


def test_money_of_investors_that_a_firm_secures_is_raised() -> None:
    """투자금 (money invested) is what others put in, whatever the verb."""
    (figure,) = read("AI 기업 앤트로픽이 투자금 300억달러를 확보했다.")

    assert (figure.metric, figure.company) == ("funding", "anthropic")


def test_a_budget_that_is_cut_is_no_saving() -> None:
    """'줄였다' of a number to which something was cut tells of a plan; of what was cut, it tells of a saving."""
    figures = read("정부는 가람 AI 사업에 들일 사업비를 당초 9000억원에서 6500억원으로 줄였다.")

    assert (figures[-1].low, figures[-1].status) == (Decimal("6.5e11"), "planned")


def test_what_a_cluster_is_called_is_no_number_of_it() -> None:
    """The 4K of 'B200 4K' is a name's."""
    figures = read("네이버가 'B200 4K'를 구축했다. B200 4K는 엔비디아 B200 GPU 4224장으로 이뤄졌다.")

    assert [figure.low for figure in figures] == [Decimal(4224)]


def test_off_topic_texts_give_nothing() -> None:
    """An article that is not about AI has no figures, whatever it counts."""
    article = Article("a", "", "u", "사과 값 내렸다", "사과 한 상자가 3만원에 팔렸다. 농가 500곳이 울상이다.", WHEN)

    assert READER.read(article) == replace(READER.read(article), relevant=False, figures=())


def test_a_bare_sum_of_a_programme_is_money() -> None:
    """'298억 → 742억' of a programme is in won, and no count of chips."""
    (old, new) = READER.read(
        Article("a", "", "u", "추경에 담긴 AI", "올해 AI반도체 실증 사업은 300억 → 700억으로 커진다.", WHEN)
    ).figures

    assert [(f.company, f.metric, f.unit, f.low, f.cue) for f in (old, new)] == [
        ("gov-kr", "investment", "KRW", Decimal("3e10"), "superseded"),
        ("gov-kr", "investment", "KRW", Decimal("7e10"), "raised"),
    ]
