"""What a headline tells, leaves out and cuts short."""

from decimal import Decimal

from bound import READER, WHEN, read

from monitor.model import Article


def test_a_headline_is_about_the_name_before_its_comma() -> None:
    """'…엔비디아 본사로…정부, …': whose doing it is stands before the comma, not first."""
    figures = read("내년 GPU 5만장 확보에 나선다.", "오픈AI·엔비디아 본사로… 정부, AI 동맹 서두른다")

    assert [(f.company, f.low) for f in figures] == [("gov-kr", Decimal(50000))]


def test_a_headline_may_shorten_the_name_of_a_site() -> None:
    """What the headline says of 'AI센터' and the text of its full name is one figure."""
    text = "현대차그룹이 새만금을 키운다. '새만금 가람 데이터센터'에 4조8000억원이 투입된다."
    article = Article("a", "", "u", "새만금 베팅… AI센터에 4.8조", text, WHEN)

    assert [figure.subject for figure in READER.read(article).figures] == ["새만금 가람 데이터센터"]


def test_a_headline_may_give_one_end_of_a_range() -> None:
    """What a headline rounds a range to is no number of its own, though it asks whether it will do."""
    (figure,) = read("메타가 올해 AI 설비투자에 92조~100조원을 쓸 예정이다.", "메타, 100조원 AI 베팅 통할까")

    assert (figure.low, figure.high, figure.status) == (Decimal("92e12"), Decimal("100e12"), "planned")


def test_a_headline_may_give_the_chips_of_a_site_to_a_service() -> None:
    """'전남에 챗GPT 심장' (the heart of ChatGPT) is the site that the text names."""
    (figure,) = read(
        "오픈AI가 세우는 '가람 데이터센터'에는 GPU 1만개가 들어갈 예정이다.", "챗GPT 심장… GPU 1만개 들어온다"
    )

    assert figure.subject == "가람 데이터센터"


def test_a_headline_may_cut_a_guess_short() -> None:
    """What it says as there is what its text reckons."""
    text = "마이크로소프트가 올해 엔비디아의 AI용 GPU 48만5000장을 산 것으로 추정된다."

    (figure,) = read(text, "MS, 올해 AI용 GPU 48만장 쓸어 담았다")

    assert (figure.company, figure.low, figure.status) == ("microsoft", Decimal(485000), "estimated")


def test_a_headline_tells_by_how_much_more() -> None:
    """'50조 더' (50 trillion more) is the step to the sum that the text tells."""
    text = "정부가 국민성장펀드를 50조원가량 늘려 150조원 규모로 키운다. AI에 투자한다."

    assert [figure.low for figure in read(text, '李대통령 "국민성장펀드 50조 더"')] == [Decimal("150e12")]

    behind = read("정부가 국민성장펀드를 150조원으로 50조원 늘린다. AI에 투자한다.")
    assert [figure.low for figure in behind] == [Decimal("150e12")]


def test_a_headline_may_shorten_the_name_of_a_programme() -> None:
    """The same number under the first word of its name is one figure, that of the text."""
    figures = read("정부가 'K-클라우드 기술개발 사업'에 내년 366억원을 투입한다.", "정부, K-클라우드에 366억")

    assert [figure.thing for figure in figures] == ["gov-kr/K-클라우드 기술개발"]
