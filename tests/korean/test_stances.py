"""How sure a sentence is of its figure: planned, there or guessed; what stays as it was told."""

import pytest
from towards import stance

from monitor.korean.endings import spread
from monitor.korean.plans import tells_of_a_plan

PLANNED = {
    "what a programme is to buy": ("GPU 확보 사업의 전체 물량은 1만3000장이다.", "gpus"),
    "but at no set time": ("A사는 가람을 100MW 규모로 짓되 시점은 정하지 않았다.", "power"),
    "that a site is to hold": ("GPU 1만개를 들이는 A사의 가람 데이터센터에 눈길이 쏠렸다.", "gpus"),
    "that it takes to build": ("A사가 6500억원을 들여 짓는 가람은 AI 거점이다.", "investment"),
    "set as a goal of a year to come": ("2028년 목표로 내건 700억 달러까지는 갈 길이 멀다.", "revenue"),
    "intention": ("A사는 GPU 3만장을 확보하겠다고 밝혔다.", "gpus"),
    "decision": ("A사가 내년에 2조원을 투자하기로 했다.", "investment"),
    "present tense of a deed": ("A사는 남해에 700억원을 투자한다.", "investment"),
    "polite present of a deed": ("A사는 남해에 700억원을 투자합니다.", "investment"),
    "deed that is reported": ("A사가 B사를 40억 달러에 인수한다고 보도됐다.", "investment"),
    "borrowed from the next clause": ("A사는 900억원을 들여 단지를 짓기로 했다.", "investment"),
    "goal as the subject": ("올해 목표는 이용자 500만명이다.", "users"),
    "goal behind an adnominal": ("가입자 500만명을 모은다는 목표다.", "users"),
    "work on it": ("A사는 2000억 파라미터 모델을 중심으로 산업 특화 개발에 집중하고 있다.", "parameters"),
    "under way": ("A사는 60MW 규모의 데이터센터를 짓고 있다.", "power"),
    "subject that is to come": ("A사가 들여올 GPU는 8000장이다.", "gpus"),
    "what will be spent": ("A사가 훈련에 쓸 돈은 80억 원이다.", "investment"),
    "promised right before": ("A사가 확보하기로 한 8000장이 관심을 모은다.", "gpus"),
    "what it grows to": ("200MW로 커지는 A사 데이터센터가 걱정을 샀다.", "power"),
    "what it grew to on paper": ("A사의 데이터센터가 200MW로 커지자 송전망이 모자랐다.", "power"),
    "invests, but": ("A사가 올해 AI에 100조원을 투자하지만 반응은 싸늘하다.", "investment"),
    "a year that is foreseen anew": (
        "A사는 올해 자본지출을 석 달 전에 예고한 것보다 훨씬 많은 850억 달러로 높였다.",
        "investment",
    ),
    "goes to": ("A사에는 GPU 5만장이 돌아간다.", "gpus"),
    "the size at the end": ("A사는 최종 270MW 가운데 일부만 돌렸다.", "power"),
    "once it is built": ("다 지어지면 A사 데이터센터는 270MW에 이른다.", "power"),
    "is to stand": ("20MW 규모로 들어서는 A사 데이터센터에 기대가 크다.", "power"),
    "that comes out": ("하반기에 나오는 A사의 가람은 파라미터가 2000억개다.", "parameters"),
    "as planned": ("A사가 계획한 8000장 가운데 준비된 물량부터다.", "gpus"),
    "meant to": ("3월까지 700억원을 모으려던 A사는 말이 없다.", "funding"),
    "settled ahead": ("가람 2.0의 매개변수는 1조2000억개로 정해졌으며 올해 말까지 개발한다.", "parameters"),
    "that will be made": ("A사가 올해 말까지 개발할 가람 2.0은 매개변수가 1조개다.", "parameters"),
    "that is being made": ("A사는 72B(720억개) 매개변수의 K.X 4.0을 다듬고 있다.", "parameters"),
    "a year's budget": ("A사의 올해 AI 예산 3조원 가운데 일부가 남았다.", "investment"),
    "at stake": ("1조4600억원이 걸린 GPU 사업의 승자가 가려졌다.", "investment"),
    "chips that are being brought in": ("A사에서 들여오는 6만 장은 공장에 쓰였다.", "gpus"),
    "the width of a forecast": ("A사는 올해 설비투자 전망의 폭을 660억~720억 달러로 좁혔다.", "investment"),
    "money of a year": ("올해 풀리는 돈은 30조원이다.", "investment"),
    "a budget": ("정부 예산은 1조4600억원이다.", "investment"),
    "a goal that is changed": ("A사는 조달 목표를 200억 달러로 고쳤다.", "funding"),
    "allotted": ("정부가 AI 사업에 400억원을 배정했다.", "investment"),
    "project announced": ("A사는 3조원 규모의 신사업을 발표했다.", "investment"),
    "promised by its maker": ("파라미터가 650억 개인 '가람'을 올해 안에 공개하겠다는 것이 답이다.", "parameters"),
    "each cut": ("투자는 120억 달러로 각각 내려 잡았다.", "investment"),
    "as it was announced": ("A사가 발표한 전력은 20㎿다.", "power"),
    "reckoned with": ("A사는 가람의 전력을 8GW 이상으로 잡고 있다.", "power"),
    "a model that comes out in the half": ("A사가 올 상반기 내놓을 가람 2.0은 매개변수가 650억개다.", "parameters"),
    "what a firm puts into a site": ("A사가 이곳에 투입하는 돈은 약 4000억원이다.", "investment"),
    "the outlay that is raised": ("A사는 가람의 투자액을 5400억원에서 6500억원으로 올렸다.", "investment"),
    "the year's money of a programme": ("올해 정부가 사업에 쓰는 돈은 300억원이다.", "investment"),
    "the worth it wants": ("A사는 3500억 달러의 기업가치를 원한다.", "valuation"),
    "under way to be shown": (
        "A사는 파라미터 2천억 개인 '가람'을 상반기에 상용화해 팔 준비를 하고 있다.",
        "parameters",
    ),
    "what a site starts with": ("가람 데이터센터는 20MW 규모로 시작한다.", "power"),
    "revised goal, too": ("A사는 매출 목표 역시 5억 달러에서 4억 달러로 내렸다.", "revenue"),
    "the size of a budget": ("4000억원이 넘는 예산도 소용이 없었다.", "investment"),
    "a supplementary budget, by its name": ("AI 추경 2조원을 합친 금액이다.", "investment"),
    "set aside in other words": ("부처의 내년 AI 예산이 1조1000억원으로 짜였다.", "investment"),
    "a new time is set": ("A사는 파라미터 650억개인 '가람'의 공개 시점을 다음 달로 새로 정했다.", "parameters"),
    "whom a firm means to hire": ("올해 뽑으려는 AI 인력은 1000여 명이다.", "headcount"),
    "whom a firm hires": ("올해 채용하는 AI 인력은 최대 1000명이다.", "headcount"),
    "something else begins": ("내년에는 1조원 이상을 투자하며 쇼핑을 시작으로 검색까지 바꿔 나간다.", "investment"),
    "revised plan": ("A사는 올해 투자 계획을 3조원에서 4조원으로 늘렸다.", "investment"),
    "wide time for a nameless model": ("A사는 하반기에 매개변수 3000억개의 모델을 내놓는다.", "parameters"),
    "growth of itself, in its time": ("가람의 컨텍스트 길이는 다음 달 30만 토큰으로 늘어난다.", "context_length"),
    "decided to keep": ("A사는 인력 300명을 두기로 했다.", "headcount"),
    "growth": ("A사는 2027년까지 모델을 3000억개로 키운다.", "parameters"),
    "a model that is to be shown": ("A사가 올 상반기 공개할 차기 모델의 매개변수가 3000억개라고 밝혔다.", "parameters"),
    "a site that is being built": ("B사가 짓는 가람 데이터센터는 60MW급이다.", "power"),
    "what its builder does": ("60MW짜리 가람을 짓는 A사는 발전소와 계약을 맺었다.", "power"),
    "set as a goal": ("A사는 올해 매출 목표로 40억~45억 달러를 제시했다.", "revenue"),
    "named thing that is due": ("하반기 공개할 예정인 가람은 3000억개의 파라미터를 갖춘다.", "parameters"),
    "announced right before it": ("A사가 예고한 3000억개 파라미터의 가람을 연내에 볼 수 있을까.", "parameters"),
    "adjusted": ("투자 규모를 60억~70억 달러로 상향한 것이다.", "investment"),
    "put off": ("매개변수 3000억개인 가람의 공개가 상반기에서 하반기로 미뤄졌다.", "parameters"),
    "put off by its maker": ("A사는 3000억 파라미터 모델 출시를 내년으로 늦췄다.", "parameters"),
    "not there yet": ("500MW짜리 '가람'은 아직 문을 열었다는 소식이 없다.", "power"),
    "bought, and still to come": ("A사가 들여올 블랙웰 GPU 5만장도 전기가 있어야 한다.", "gpus"),
    "shown in a time ahead": ("매개변수 3000억개를 갖춘 '가람'은 오는 4분기에 나온다.", "parameters"),
    "put off, its time named": ("매개변수 3000억개의 '가람'은 상반기에서 하반기로 공개 시점이 밀렸다.", "parameters"),
    "the year's outlay raised": ("A사는 올해 자본지출을 60억~70억 달러로 또 올렸다.", "investment"),
    "put off, by the time alone": ("매개변수 3000억개의 '가람'은 당초 6월에서 4분기로 밀렸다.", "parameters"),
    "named thing that its maker means to show": (
        "A사는 매개변수 3000억개의 '가람'을 하반기에 선보이겠다고 설명했다.",
        "parameters",
    ),
    "the year's outlay narrowed": ("올해 설비투자 범위는 60억~65억 달러로 좁혔다.", "investment"),
    "the year's outlay kept": ("A사는 내년 자본지출 규모를 60억 달러로 유지했다.", "investment"),
    "shown on a day to come": ("A사는 매개변수 3000억개를 갖춘 '가람'을 오는 31일 출시한다.", "parameters"),
    "shown before the month is over": ("A사는 매개변수 3000억개의 '가람'을 이달 말 출시한다고 밝혔다.", "parameters"),
    "allotted to a programme": ("임차 사업에 배정된 300억원은 정부안대로 유지됐다.", "investment"),
    "what a site takes, revised": ("A사가 가람에 들이는 돈은 당초 3000억원에서 4000억원으로 늘었다.", "investment"),
    "the size of a programme": ("3000억원 규모의 '가람 사업'이 첫 과제를 공고했다.", "investment"),
    "a worth that is the goal": ("목표로 하는 기업가치는 3500억 달러다.", "valuation"),
    "has, and comes out later": ("'가람'은 3000억개의 매개변수를 갖추고 오는 11월 출시될 예정이다.", "parameters"),
    "what is being prepared": ("A사가 준비하는 가람은 매개변수가 3000억개 이상으로 가장 크다.", "parameters"),
    "comes out later": ("매개변수 3000억개인 '가람'은 올해 상반기 상용화된다.", "parameters"),
    "the lot of a plan": ("사업의 물량은 당초 1만장에서 1만3000장으로 늘었고, 모두 연내 확보한다.", "gpus"),
    "the time of a site": ("3000억원이 드는 가람의 완공 시점은 내년 1분기에서 하반기로 조정됐다.", "investment"),
    "what was told as a range": ("A사가 제시한 범위는 60억~65억 달러다.", "investment"),
    "a size that is set": ("매개변수는 22B로 잡았다.", "parameters"),
    "who is to come": ("올해 새로 들일 AI 전문 인력은 1000여 명에 이른다.", "headcount"),
    "a supplementary budget": ("봄에 통과된 AI 추경이 1조9067억원, 나머지가 문제다.", "investment"),
    "the range of a plan": ("A사는 올해 자본지출 계획의 범위를 60억~65억 달러로 좁혔다.", "investment"),
    "a worth that is wished for": ("A사가 바라는 기업가치는 3500억 달러다.", "valuation"),
    "a worth that is the goal, shortly": ("목표 기업가치는 3500억 달러로 정했다.", "valuation"),
    "is wanted": ("A사는 기업가치 3500억 달러를 인정받길 원한다.", "valuation"),
    "decided, whatever the verb": ("A사는 3000억개의 매개변수를 갖춘 모델을 만들기로 했다.", "parameters"),
    "by the end of this week": ("가람의 이용자가 이번 주 3억명을 채우게 된다고 A사가 예고했다.", "users"),
    "a lot that is settled": ("정부가 2030년까지 확보하기로 한 GPU의 물량을 5만2000장으로 정했다.", "gpus"),
    "about to come out": ("A사는 상용화를 앞둔 매개변수 3000억개의 '가람'으로 채비를 한다.", "parameters"),
    "money to come": ("A사가 가람 센터에 넣을 돈은 3000억원이다.", "investment"),
    "a project that takes it": ("3000억원을 들이는 사업이지만 나서는 곳이 없다.", "investment"),
    "paid into a site": ("A사가 3000억원을 투자하는 가람 데이터센터가 29일 공사를 시작했다.", "investment"),
    "a day that is not today": ("A사는 매개변수 3000억개의 '가람'을 8월 24일 선보인다고 14일 밝혔다.", "parameters"),
    "in the making": ("A사가 개발 중인 가람은 매개변수 3000억개 이상으로 으뜸이다.", "parameters"),
    "narrowed once more": ("설비투자는 70억~72억 달러로 범위를 다시 좁혔다.", "investment"),
    "chips that are to go in": ("가람 센터에 들어갈 GPU는 1만개다.", "gpus"),
    "the amount of a goal": ("A사가 시리즈G 조달 목표액을 200억 달러로 늘렸다.", "funding"),
    "put off until it has that": ("A사의 1EF 연산 능력은 2028년까지 갖추는 것으로 늦춰졌다.", "compute"),
    "what is handed out": ("A부가 먼저 공급하는 GPU는 4000장이다.", "gpus"),
    "whose winner is told": ("3000억원 규모 첨단 GPU 확보 사업의 주인이 가려졌다.", "investment"),
    "up to which it is to grow": ("270㎿ 규모까지 커질 A사의 가람 센터를 찾았다.", "power"),
    "to hold so many": ("GPU 5만장을 품을 A사의 센터가 으뜸으로 꼽혔다.", "gpus"),
    "will have": ("A사의 가람 센터는 GPU 5만장을 갖춘다.", "gpus"),
    "as it was announced, and what for": ("A사가 밝힌 AI 인프라 투자 규모는 1조8000억 달러다.", "investment"),
    "the range of a forecast": ("A사는 올해 AI 설비투자 전망 범위를 70억~72억 달러로 한층 더 좁혔다.", "investment"),
    "what is looked to": ("A사는 가람 센터의 전력 270MW를 바라보고 있다.", "power"),
    "a programme, by its name": ("A부는 3000억원을 들이는 첨단 GPU 확보 사업의 물량을 늘렸다.", "investment"),
    "what a programme grew to": ("1만3000장으로 커진 A부의 GPU 확보 사업이 첫 물량을 내놨다.", "gpus"),
    "put off until a year": ("A사의 GPU는 3만장에서 1만5000장 이상으로 줄이고 시점도 2028년까지로 늦췄다.", "gpus"),
    "promised, and what for": ("B사가 약속한 6만장은 로봇에 쓰였다.", "gpus"),
    "own officer expects": ("김 대표는 올해 투자액을 2조원으로 예상한다고 했다.", "investment"),
}
ACTUAL = {
    "brought in and handed out": ("A사가 확보를 마친 GPU 1만3000장을 현장에 나눠 준다.", "gpus"),
    "as it was promised": ("이곳에서 돌아가는 GPU는 계획한 대로 1만5000장이다.", "gpus"),
    "what it performs": ("A사의 슈퍼컴퓨터는 700페타플롭스의 성능을 낸다.", "compute"),
    "what it computes": ("A사의 설비는 1초에 9경5700조 번 연산한다.", "compute"),
    "a firm whose name ends like 'coming'": ("카카오는 GPU 2000장을 갖췄다.", "gpus"),
    "it is so much, and the next grows": ("A사 1단계의 전력은 40MW이며, 나머지는 내년까지 늘린다.", "power"),
    "what a budget bought": ("A부는 추경 1조4600억원을 투입해 GPU를 확보했다.", "investment"),
    "what a model took": ("A사는 GPT-4에 쓴 1억 달러의 절반만 들일 계획이다.", "investment"),
    "chips that run": ("A사의 센터에서는 칩 50만개가 돌아간다.", "gpus"),
    "what a bill was spent on": ("작년 추경 1조9000억원은 AI 데이터센터에 투입됐다.", "investment"),
    "what a budget was spent on": ("1조9000억원 규모의 예산은 지난해 AI 데이터센터에 집행됐다.", "investment"),
    "a quarter's outlay": ("A사의 1분기 AI 반도체 투자액은 6조원으로 늘었다.", "investment"),
    "spent on building it": ("A사는 이 센터를 짓는 데 4000억원을 썼다.", "investment"),
    "what became of a bill": ("GPU 구매에는 추경 1조4600억원이 쓰였다.", "investment"),
    "the outlay of the year before": ("A사는 지난해 투자액을 5조원에서 6조원으로 늘렸다.", "investment"),
    "of this model": ("매개변수 2000억개를 갖춘 이 모델로 A사는 기업 고객을 끌어모을 생각이다.", "parameters"),
    "past": ("A사는 지난해 700억원을 투자했다.", "investment"),
    "more than the goal": ("A사가 목표를 훌쩍 넘긴 300억 달러를 조달했다.", "funding"),
    "past in the middle": ("A사는 700억원을 투자했고 내년에 공장을 지을 계획이다.", "investment"),
    "pledge that was kept": ("A사가 B사에 300억원을 투자하겠다는 약속을 이행했다.", "investment"),
    "past adnominal": ("몸값 5억 달러를 인정받은 점을 고려하면 더 높을 것으로 추정된다.", "valuation"),
    "what modifies another noun": ("A사는 B사에 300억원을 투자하고 공장에 투입할 로봇 개발에 착수했다.", "investment"),
    "stative present": ("이 모델은 매개변수 3000억개로 구성된다.", "parameters"),
    "has": ("A사는 GPU 8000장을 보유하고 있다.", "gpus"),
    "named thing that will be shown": ("A사는 매개변수 3000억개 규모의 모델 '가람'을 발표할 예정이다.", "parameters"),
    "named thing that was shown": ("A사는 매개변수 3000억개의 '가람'을 상반기에 선보였다고 설명했다.", "parameters"),
    "nothing is put off": ("매개변수 3000억개의 '가람'은 4분기로 넘어오며 널리 쓰였다.", "parameters"),
    "growth of itself, of all times": ("가람의 이용자는 방학마다 30만명으로 늘어난다.", "users"),
    "users it already has": ("A사는 이용자 900만명을 기반으로 새 서비스를 내놓을 계획이다.", "users"),
    "shown on a day": ("A사는 매개변수 3000억개의 모델을 30일 공개한다.", "parameters"),
    "when it answers": ("답을 낼 때 활성화되는 매개변수는 110억개다.", "active_parameters"),
    "polite copula": ("가람의 매개변수는 3000억개입니다.", "parameters"),
    "copula": ("가람의 매개변수는 3000억개다.", "parameters"),
    "its own view": ("A사는 시장이 커졌다고 보고 GPU 8000장을 들였다.", "gpus"),
    "what was spent": ("A사가 훈련에 쓴 돈은 80억 원에 불과합니다.", "investment"),
    "what went into it": ("A사가 개발에 들인 비용은 총 300억원에 그친다.", "investment"),
    "asked of something else": ("30조를 쏟아부은 A사, 남는 장사일까", "investment"),
    "shown on the day": ("A사는 매개변수 3000억개를 갖춘 '가람'을 31일 공개했다.", "parameters"),
    "a programme that is over": ("3000억원 규모의 '가람 사업'이 지난달 마무리됐다.", "investment"),
    "no plan to grow": ("매개변수는 3000억개로, 당장은 더 키울 계획이 없다고 한다.", "parameters"),
    "all that was to come": ("사기로 한 GPU 1만장이 모두 들어왔다.", "gpus"),
    "what a bill was spent on, all of it": ("추경 1조4600억원은 모두 집행했다.", "investment"),
    "not what the next was guessed": ("회사 발표로는 H800 2048개, B사 추정으로 5만개가 쓰였다.", "gpus"),
    "raised, thrice the goal": ("A사는 당초 목표의 세 배인 300억 달러를 조달했다.", "funding"),
    "reported as done": ("A사는 300억원을 투자한 것으로 알려졌다.", "investment"),
}
ESTIMATED = {
    "what an analyst reckons": ("B사가 추산한 A사의 AI용 GPU 구매량은 48만 장이다.", "gpus"),
    "by an analyst's guess": ("B사 추정으로 지난해 A사가 산 GPU는 22만 장이었다.", "gpus"),
    "held against another guess": ("B사는 A사(22만장)의 구매량이 절반에 못 미친다고 추정했다.", "gpus"),
    "what the trade reckons it will take": (
        "센터에 들이는 돈이 최소 200억원은 될 것이라는 게 업계의 추산이다.",
        "investment",
    ),
    "what it is taken to spend": ("증권사들은 A사가 올해 AI에 투자할 금액을 880억 달러로 추정했다.", "investment"),
    "outlook of what it may reach": ("A사의 매출이 50억 달러에 이를 것이라는 전망이 나왔다.", "revenue"),
    "the trade reckons": ("업계가 추산하는 A사의 투자액은 200억원 이상이다.", "investment"),
    "the trade's number": ("크기는 밝히지 않았는데, 업계 추정치는 320억개다.", "parameters"),
    "the trade in quotes": ("A사 투자액은… 업계 '최소 200억원'", "investment"),
    "to which it is said to grow": ("A사 센터가 나중에 100㎿로 커질 것이라는 추정이 업계에서 나온다.", "power"),
    "by an estimate of others": ("회사는 말을 아꼈고, B사 추정으로 5억 달러가 들었다.", "investment"),
    "by an estimate": ("B사의 추정으로는 A사가 쓴 돈만 5억 달러다.", "investment"),
    "surely did": ("A사가 GPU 5만장을 숨겼을 것", "gpus"),
    "what was spent, by a guess": ("A사가 쏟은 돈이 5억 달러일 것이라는 B사의 추정이 나왔다.", "investment"),
    "a rumour": ("A사, 20억유로 조달설… 자존심 세운다", "funding"),
    "asked how far": ("A사 몸값 80억 달러까지 가나", "valuation"),
    "asked in a headline": ("A사 투자 막바지… 몸값 3조 갈까", "valuation"),
    "believed to pass it": ("업계에서는 가람의 이용자가 올해 안에 3억 명을 넘어설 것으로 추정한다.", "users"),
    "taken for so much": ("업계는 가람의 매개변수를 3000억개쯤으로 본다.", "parameters"),
    "seen as so much": ("전문가들은 B사의 몸값을 3조원 안팎이라고 봤다.", "valuation"),
    "passive": ("B사의 몸값은 3조원으로 추정된다.", "valuation"),
    "forecast": ("A사의 매출은 3조원에 이를 것으로 전망된다.", "revenue"),
    "guess of the past": ("A사는 300억원을 투자한 것으로 추정됐다.", "investment"),
    "the trade believes": ("몸값이 3조원까지 커질 것으로 업계는 보고 있다.", "valuation"),
}


@pytest.mark.parametrize(("sentence", "metric"), PLANNED.values(), ids=PLANNED.keys())
def test_what_is_to_come_is_planned(sentence: str, metric: str) -> None:
    """Intentions, goals, budgets, projects and the present tense of deeds are planned."""
    actual = stance(sentence, metric)

    assert actual.status == "planned", actual.why


@pytest.mark.parametrize(("sentence", "metric"), ACTUAL.values(), ids=ACTUAL.keys())
def test_what_is_there_is_actual(sentence: str, metric: str) -> None:
    """What was done, what a thing is made of, and what a named thing has is actual."""
    actual = stance(sentence, metric)

    assert actual.status == "actual", actual.why


@pytest.mark.parametrize(("sentence", "metric"), ESTIMATED.values(), ids=ESTIMATED.keys())
def test_guesses_of_others_are_estimated(sentence: str, metric: str) -> None:
    """A third party's guess or forecast is estimated, whatever tense it guesses."""
    actual = stance(sentence, metric)

    assert actual.status == "estimated", actual.why


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("3조원을 넘겼다고 알린 지 한 달도 안 돼서다.", "recalled"),
        ("지난 4월 약속한 최대 4조원 투자는 그대로 진행된다.", "recalled"),
        ("지난 4월 밝힌 4조원 투자의 잔금에 해당한다.", "recalled"),
        ("3조원을 쓴 것은 문을 연 지 한 달 만이다.", "own"),
        ("최근 공개한 계획에 따르면 A사는 AI에 4조원을 투입한다.", "own"),
        ("투자액 4조원에는 변함이 없다고 설명했다.", "recalled"),
        ("2030년까지 모두 4조원을 들이는 전체 계획에는 변함이 없다.", "recalled"),
        ("지난해 밝힌 4조원 투자의 일환이다.", "recalled"),
        ("A사가 넣는 돈은 4조원 그대로다.", "recalled"),
        ("투자액은 4조원을 그대로 제시했다.", "recalled"),
        ("지난 9월에는 4조원을 넣는다고 했다.", "recalled"),
    ],
)
def test_what_was_told_before_is_recalled(sentence: str, voice: str) -> None:
    """How long ago it was, what a payment is a part of, what does not change; a plan that is cited is news."""
    assert stance(sentence, "investment").voice == voice


def test_what_is_put_right_keeps_its_tense() -> None:
    """'Not 38 but 38 billion' are both of what is to be spent."""
    sentence = "향후 3년간 AI에 투자하는 금액은 38억 위안이 아니라 380억 위안입니다."

    assert stance(sentence, "investment", 1).status == "planned"


@pytest.mark.parametrize(
    ("sentence", "to_come"),
    [
        ("A사가 한국에 AI 데이터센터 두 곳을 짓는다.", True),
        ("A사는 '가람 데이터센터'를 건설하기로 했다.", True),
        ("A사는 가람 데이터센터를 지난달 지었다.", False),
        ("A사가 짓는 데이터센터에 관심이 쏠린다.", False),
        ("A사가 남해에 새 데이터센터를 짓습니다.", True),
        ("A사가 올해 투자 계획을 다시 상향했다.", True),
        ("A사의 올해 투자 계획이 나왔다.", False),
    ],
)
def test_a_site_that_is_to_be_built_and_a_plan_that_is_revised_are_to_come(sentence: str, *, to_come: bool) -> None:
    """What is told next of such a site, or of such a plan, is planned."""
    assert tells_of_a_plan(sentence) == to_come


def test_not_then_but_at_another_time_is_moved() -> None:
    """'Not this half-year but the third quarter of the next' moves a plan as much as 'put off' does."""
    sentence = "3000억원이 들어가는 가람 센터는 올 하반기가 아니라 내년 3분기에 완공된다."

    assert stance(sentence, "investment").cue == "moved"


@pytest.mark.parametrize(("since", "status"), [("기존", "planned"), ("지난해", "actual")])
def test_a_years_outlay_is_foreseen_where_it_is_revised(since: str, status: str) -> None:
    """What a firm foresaw of its outlay, and foresees now, is a plan; what it spent last year is no forecast."""
    sentence = f"올해 설비투자는 {since} 60억~70억 달러에서 65억~70억 달러로 하단을 높였다."

    assert stance(sentence, "investment", 1).status == status


def test_a_plan_goes_on_where_no_verb_says_otherwise() -> None:
    """A sentence without a verb of its own goes on with the plan before it, unless it speaks of now."""
    assert stance("예산은 400억원이다.", "investment", before="planned").status == "planned"
    assert stance("현재 예산은 400억원이다.", "investment", before="planned").status == "actual"
    assert stance("A부가 사들인 GPU는 모두 1만3000장이다.", "gpus", before="planned").status == "actual"
    assert stance("기존 60억 달러에서 70억 달러로 올렸다.", "investment", 1, before="planned").status == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "앞으로 4년간 펀드에 투입할 돈은 기존 20조원에서 30조원으로 늘어났다.",
        "올해 설비투자는 기존 60억~70억 달러에서 64억~70억 달러로 하단을 높였다.",
    ],
)
def test_what_is_to_be_spent_is_planned_when_it_is_revised(sentence: str) -> None:
    """Money that is still to be spent, or a year's outlay, is a plan also where the past tense tells of its change."""
    assert stance(sentence, "investment", 1).status == "planned"


def test_finals_are_written_behind_their_syllables() -> None:
    """The finals that carry tense are spelt out; all else stays."""
    assert spread("했다, 한다, 될 것, 짓는다, 갑니다 A1") == "해ㅆ다, 하ㄴ다, 되ㄹ 것, 짓느ㄴ다, 가ㅂ니다 A1"


BY_THE_WAY = {
    "another's fate": ("300MW짜리 남해 데이터센터의 앞날이 어두워졌다.", "recalled"),
    "its own": ("300MW짜리 남해 데이터센터의 가동이 시작됐다.", "own"),
    "the site itself": ("300MW짜리 남해 데이터센터가 문을 열었다.", "own"),
}


@pytest.mark.parametrize(("sentence", "voice"), BY_THE_WAY.values(), ids=BY_THE_WAY.keys())
def test_a_size_told_by_the_way_is_known_from_before(sentence: str, voice: str) -> None:
    """The size of a site whose outlook, price or neighbours a sentence tells of is no news of that sentence."""
    assert stance(sentence, "power").voice == voice
