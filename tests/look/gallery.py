"""Sample pages that show every component with lifelike words; its own URLconf."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.shortcuts import render
from django.urls import include, path

TRUE_HERE = [
    ("0", "Not at all"),
    ("1", "A little"),
    ("2", "Partly"),
    ("3", "Mostly"),
    ("4", "Fully"),
    ("D", "I don't know"),
    ("N", "Does not apply"),
]
HOW_OFTEN = [
    (value, words)
    for value, words in zip(
        "01234DN",
        ["Never", "Rarely", "Sometimes", "Often", "Always", "I don't know", "Does not apply"],
        strict=True,
    )
]
STATEMENTS = {
    "companionship-1": (
        "There is time to be together with no plan and nothing that has to get done.",
        "Nothing has to be reached in that time. For example, people chat, knit or watch the rain.",
        TRUE_HERE,
    ),
    "companionship-2": (
        (
            "People can stay in touch with each other between meetings and after they stop coming, "
            "if both of them wish to."
        ),
        "For example, people may swap phone numbers or meet for a walk.",
        TRUE_HERE,
    ),
    "companionship-w1": (
        "Rules written for staff stop people here from being ordinarily friendly.",
        "For example, peer supporters may not share a meal or accept a birthday card.",
        HOW_OFTEN,
    ),
}
CANARY = '<b>Mutuality</b> & "friends"'


def statement_field(code: str) -> forms.ChoiceField:
    label, plain, choices = STATEMENTS[code]
    return forms.ChoiceField(
        label=label, help_text=plain, choices=choices, required=False, widget=forms.RadioSelect
    )


class PageForm(forms.Form):
    """One principle of the questionnaire."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code in STATEMENTS:
            self.fields[code] = statement_field(code)
        self.helper = FormHelper(self)
        self.helper.hide_optional = True
        self.helper.field_template = "essence/statement.html"
        self.helper.layout = Layout(
            HTML('<p class="lead">How true is this here?</p>'),
            "companionship-1",
            "companionship-2",
            Div(
                HTML("<h2>Warning signs</h2><p>How often does this happen here?</p>"),
                "companionship-w1",
                css_class="warnings",
            ),
        )
        self.helper.add_input(Submit("go", "Save and go on", css_class="big"))
        self.helper.add_input(Submit("back", "Back", css_class="secondary"))


class EveryForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Name of the programme", help_text="As people there call it.")
    about = forms.CharField(label="What happens there", widget=forms.Textarea, required=False)
    email = forms.EmailField(label="E-mail address")
    closes = forms.DateField(label="Closing date", widget=forms.DateInput(attrs={"type": "date"}))
    starts = forms.DateField(
        label="Opening date", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    kind = forms.ChoiceField(
        label="Kind of peer support",
        widget=forms.RadioSelect,
        choices=[
            ("i", "Informal and unpaid"),
            ("o", "Organised by a user-led group"),
            ("p", "Paid posts in a service"),
        ],
    )
    where = forms.MultipleChoiceField(
        label=CANARY,
        help_text="Choose all that fit.",
        widget=forms.CheckboxSelectMultiple,
        choices=[("w", "On a ward"), ("c", "In the community"), ("x", "<i>Online</i>")],
    )
    form_used = forms.ChoiceField(
        label="Form", choices=[("short", "Short, 10 to 20 minutes"), ("full", "Full, 20 to 35")]
    )
    logo = forms.FileField(label="Logo", required=False)
    agree = forms.BooleanField(label="The people who took part have read this page")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.layout = Layout(
            Fieldset("The programme", "name", "about", Field("email"), Row("starts", "closes")),
            Fieldset("How people answer", "kind", "where", "form_used", "logo", "agree"),
        )
        self.helper.add_input(Submit("save", "Save and go on"))
        self.helper.add_input(Submit("later", "Save for later", css_class="secondary"))


MENU = [
    {"label": "Rate it together now", "url": "/report/", "current": False},
    {"label": "Home", "url": "/", "current": True},
    {"label": "Compare with others", "url": "/form/", "current": False},
    {"label": "Team", "url": "/form/", "current": False},
    {"label": "Settings", "url": "/form/", "current": False},
    {"label": "Your account", "url": "/accounts/2fa/", "current": False},
]
ORGANISATION = {"name": "Alderbrook Mental Health NHS Trust"}
GROUP = {"name": "The Kettle Group"}
PRINCIPLES = [
    ("Mutuality", 71.4, 75.0, "Holding"),
    ("Solidarity", 44.6, 61.0, "Watch"),
    ("Synergy", None, 40.0, "Not enough evidence"),
    ("Sharing with safety and trust", 52.1, 74.0, "Under pressure"),
    ("Companionship", 38.2, 70.5, "At risk"),
    ("Hopefulness", 80.3, 82.0, "Holding"),
    ("Focus on strengths and potential", 31.0, 35.5, "Under-developed"),
]


def home(request):
    return render(request, "gallery/home.html", {"menu": MENU, "organisation": ORGANISATION})


def empty(request):
    return render(request, "gallery/empty.html", {"menu": MENU, "organisation": GROUP})


def respondent(request):
    data = {"companionship-1": "3", "companionship-2": "D"} if "filled" in request.GET else None
    return render(
        request,
        "gallery/respondent.html",
        {"form": PageForm(initial=data), "organisation": ORGANISATION},
    )


def report(request):
    levels = [
        "Holding",
        "Under pressure",
        "At risk",
        "Watch",
        "Under-developed",
        "Not enough evidence",
    ]
    return render(
        request,
        "gallery/report.html",
        {
            "menu": MENU,
            "organisation": ORGANISATION,
            "principles": PRINCIPLES,
            "tally": zip(levels, [4, 2, 2, 2, 1, 1], strict=True),
            "crumbs": [("Home", "/"), ("Peer support on the wards", "/"), ("Report", "")],
        },
    )


def every_field(request):
    data = (
        {"where": ["zzz"], "email": "nobody", "closes": "soon"} if "errors" in request.GET else None
    )
    form = EveryForm(data)
    return render(
        request,
        "gallery/form.html",
        {"form": form, "menu": MENU, "organisation": ORGANISATION},
        status=422 if data else 200,
    )


def failing(request, code):
    return render(request, f"{code}.html")


urlpatterns = [
    path("", home),
    path("empty/", empty),
    path("respondent/", respondent),
    path("report/", report),
    path("form/", every_field),
    path("fail/<str:code>/", failing),
    path("accounts/", include("allauth.urls")),
]
