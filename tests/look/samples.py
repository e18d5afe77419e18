"""Forms with one field of every kind, and words that need escaping."""

from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout
from django import forms

from organisations.form_parts import bare_helper

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
        self.helper = bare_helper()
        self.helper.hide_optional = True
        self.helper.explained = True
        self.helper.field_template = "assessment/respondent/_statement.html"
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
        self.helper = bare_helper(
            Fieldset("The programme", "name", "about", Field("email"), "starts", "closes"),
            Fieldset("How people answer", "kind", "where", "form_used", "logo", "agree"),
        )
