"""A wrong file is refused with a sentence that names file, entry and fault."""

import copy
import random
import tomllib

import pytest

from questions import InstrumentError, load, read_instrument
from questions.instrument import Instrument
from questions.reading import BUNDLED, DEFAULT_VERSION, build, instrument_files
from questions.shape import FIRST, SHAPES

TEXT = (BUNDLED / f"{DEFAULT_VERSION}.toml").read_text(encoding="utf-8")
TABLE = tomllib.loads(TEXT)


def faults(change):
    """What is said of the bundled instrument after a change to its tables."""
    table = copy.deepcopy(TABLE)
    change(table)
    with pytest.raises(InstrumentError) as caught:
        build(Instrument, table, "the file")
    return caught.value.faults


def entry(table, kind, code):
    return next(e for e in table[kind] if e["code"] == code)


def item(table, code):
    return next(i for p in table["principles"] for i in p["items"] if i["code"] == code)


def test_unknown_key():
    (fault,) = faults(lambda t: item(t, "mutuality-w1").update(txt="x"))
    assert fault.startswith("principles, mutuality, items, mutuality-w1: unknown key 'txt'")


def test_missing_key():
    (fault,) = faults(lambda t: item(t, "mutuality-2").pop("plain"))
    assert fault == "principles, mutuality, items, mutuality-2: 'plain' is missing"


def test_empty_text():
    (fault,) = faults(lambda t: entry(t, "facts", "F03").update(text="  "))
    assert fault == "facts, F03, text: the text is empty"


@pytest.mark.parametrize("value", [7, True, ["x"], {"a": 1}, 1.5])
def test_wrong_type(value):
    (fault,) = faults(lambda t: entry(t, "standards", "S04").update(name=value))
    assert fault.startswith("standards, S04, name: text is expected, not ")


def test_true_is_not_a_number():
    (fault,) = faults(lambda t: t["thresholds"].update(gap=True))
    assert fault == "thresholds, gap: a number is expected, not True"


def test_duplicate_code():
    found = faults(lambda t: entry(t, "facts", "F02").update(code="F01"))
    assert "facts: 'F01' stands 2 times" in found
    assert "facts: 'F02' is missing" in found


def test_wrong_order():
    (fault,) = faults(lambda t: t["layers"].reverse())
    assert fault == "layers: the order is L5, L4, L3, L2, L1, not L1, L2, L3, L4, L5"


@pytest.mark.parametrize(
    "change",
    [
        lambda items: items.remove("mutuality-w2"),
        lambda items: items.append("mutuality-w9"),
        lambda items: items.append("mutuality-1"),
    ],
    ids=["one too few", "unknown", "a practice statement"],
)
def test_a_mechanism_with_other_items_than_the_method(change):
    (fault,) = faults(lambda t: change(entry(t, "mechanisms", "M7")["items"]))
    assert fault.startswith("mechanisms, M7: items is companionship-w1, ")
    assert fault.endswith(", and the method has companionship-w1, mutuality-w2, being-yourself-w2")


def test_a_mechanism_with_other_principles_than_the_method():
    (fault,) = faults(lambda t: entry(t, "mechanisms", "M1")["principles"].append("kindness"))
    assert fault == (
        "mechanisms, M1: principles is equality, stigma, kindness, "
        "and the method has equality, stigma"
    )


def test_a_fact_of_another_mechanism():
    (fault,) = faults(lambda t: entry(t, "facts", "F11").update(mechanism="M99"))
    assert fault == "facts, F11: mechanism is M99, and the method has M7"


def test_a_standard_of_another_class_or_domain_and_other_support():
    (fault,) = faults(lambda t: entry(t, "standards", "S07").update({"class": "formal"}))
    assert fault == "standards, S07: class is formal, and the method has enabling"
    (fault,) = faults(lambda t: entry(t, "standards", "S07").update(domain="A"))
    assert fault == "standards, S07: domain is A, and the method has D"
    (fault,) = faults(lambda t: t["structure"]["support"].pop())
    assert fault == ("structure: support is S06, S11, S13, and the method has S06, S11, S13, S24")


def test_an_unknown_method_is_all_that_is_said():
    assert faults(lambda t: t.update(method="zero")) == (
        f"method: there is no method 'zero', only {', '.join(SHAPES)}",
    )


def test_a_file_that_names_no_method_belongs_to_the_first():
    table = copy.deepcopy(TABLE)
    table.pop("method")
    table["facts"] = [fact for fact in table["facts"] if fact["code"] in FIRST.facts]
    table["profiles"] = [one for one in table["profiles"] if one["name"] in FIRST.profiles]
    assert build(Instrument, table, "the file").shape is FIRST


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("low", 70, "thresholds out of order: borderline < low < high"),
        ("high", 37.5, "thresholds out of order: borderline < low < high"),
        ("high", 96, "thresholds out of order: borderline < low < high"),
        ("k", 4, "k is 4; it may be raised above 5, never lowered"),
        ("held_few", 2, "thresholds out of order: 3 <= held_many <= held_few"),
        ("held_few", 12, "thresholds out of order: 3 <= held_many <= held_few"),
        ("held_many", 2, "thresholds out of order: 3 <= held_many <= held_few"),
        ("few_people", 9, "few_people and spread_people are 10 or more"),
        ("spread_people", 9, "few_people and spread_people are 10 or more"),
        ("spread_floor", 4, "spread_floor is 5 or more"),
        ("spread_principles", 7, "spread_floor is 5 or more and spread_principles 8 or more"),
        ("k_open", 9, "k_open is 9; it may be raised above 10, never lowered"),
        ("group_people", 2, "group_people is 3 or more"),
        ("panel_lived", 1, "group_people is 3 or more and panel_lived 2 or more"),
        ("share_people", 7, "share_people and share_principles are 8 or more"),
        ("share_principles", 7, "share_people and share_principles are 8 or more"),
        ("mean_members", 5, "6 <= mean_members <= word_members <= quantile_members"),
        ("mean_members", 9, "6 <= mean_members <= word_members <= quantile_members"),
        ("word_members", 7, "word_members is 8 or more and quantile_members 12 or more"),
        ("quantile_members", 11, "word_members is 8 or more and quantile_members 12 or more"),
    ],
)
def test_thresholds_out_of_order_or_weaker_than_the_method(key, value, words):
    (fault,) = faults(lambda t: t["thresholds"].update({key: value}))
    assert fault.startswith(f"thresholds: {words}")


def test_unknown_source_domain_and_choice():
    assert faults(lambda t: item(t, "stigma-3").update(sources=["XYZ9"])) == (
        "principles, stigma-3: there is no source 'XYZ9'",
    )
    assert faults(lambda t: item(t, "stigma-3").update(sources=[])) == (
        "principles, stigma-3: it names no source",
    )
    assert faults(lambda t: entry(t, "standards", "S01").update(domain="Z")) == (
        "standards, S01: domain is Z, and the method has A",
    )
    (fault,) = faults(lambda t: entry(t, "standards", "S01").update({"class": "formel"}))
    assert fault == ("standards, S01, class: 'formel' is not one of formal, grounding, enabling")


def test_each_source_has_a_ground():
    (fault,) = faults(lambda t: entry(t, "standards", "S01")["grounds"].append("V"))
    cited = len(entry(TABLE, "standards", "S01")["sources"])
    assert fault == f"standards, S01: it needs a V, R or C for each of its {cited} sources"


@pytest.mark.parametrize(("kind", "code"), [("standards", "S01"), ("mechanisms", "M1")])
def test_an_entry_that_the_method_does_not_know(kind, code):
    """It is said once: nothing else can be said of what has no row in the method."""
    first, *others = faults(lambda t: entry(t, kind, code).update(code="X1"))
    assert first == f"{kind}: '{code}' is missing"
    assert f"{kind}: 'X1' is not one of " in others[0]
    assert not [one for one in others if f"{kind}, X1: " in one]


def test_items_of_the_wrong_kind_place_or_number():
    (fault,) = faults(lambda t: item(t, "respect-w1").update(kind="practice"))
    assert fault == "principles, respect-w1: kind is practice, and the method has warning"
    (fault,) = faults(lambda t: entry(t, "principles", "respect")["items"].pop())
    assert fault == "principles, respect: 'respect-w2' is missing"
    (fault,) = faults(lambda t: item(t, "respect-3").update(short_form=True))
    assert fault == (
        "principles, respect: short_form is respect-1, respect-2, respect-3, respect-w1, "
        "and the method has respect-1, respect-2, respect-w1"
    )
    (fault,) = faults(lambda t: entry(t, "standards", "S02")["anchors"].pop())
    assert fault == "standards, S02: it needs five anchors, 0 to 4; it has 4"


def test_variants_name_a_perspective():
    (fault,) = faults(lambda t: item(t, "respect-3").update(variants={"boss": "x"}))
    assert fault == "principles, respect-3: a variant for 'boss', which is no perspective"


def test_a_variant_for_a_perspective_is_welcome():
    table = copy.deepcopy(TABLE)
    item(table, "respect-1")["variants"] = {"staff": "Said to staff in these words."}
    words = build(Instrument, table, "the file").item["respect-1"]
    assert words.text_for("staff", mutual=False) == "Said to staff in these words."


def test_actions_both_protect_and_build():
    def drop(table):
        actions = entry(table, "mechanisms", "M1")["actions"]
        actions[:] = [action for action in actions if action["kind"] == "build"]

    (fault,) = faults(drop)
    assert fault.startswith("mechanisms, M1: it needs at least one action that protects")


def test_every_fault_is_said_at_once():
    def spoil(table):
        item(table, "mutuality-1").update(txt="x")
        entry(table, "facts", "F03").update(text="")
        table["colour"] = "teal"

    assert len(faults(spoil)) == 3


def test_a_file_names_itself(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(TEXT.replace('domain = "A"', 'domain = "Q"', 1), encoding="utf-8")
    with pytest.raises(InstrumentError, match=r"^ours\.toml: standards, S01: domain is Q, and"):
        read_instrument(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "'version' is missing"),
        (b"version = ", "it is not TOML"),
        (b"\xff\xfe", "it is not text in UTF-8"),
        (b"a=" + b"[" * 5000, "it is "),
        (b"#" * 2_000_001, "it is larger than 2,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_instrument(tmp_path, content, words):
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    with pytest.raises(InstrumentError) as caught:
        read_instrument(path)
    assert words in str(caught.value)
    assert all(fault.startswith("odd.toml: ") for fault in caught.value.faults)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InstrumentError, match=r"gone\.toml: it cannot be read: No such file"):
        read_instrument(tmp_path / "gone.toml")


def own(folder, version):
    """A host's instrument: the bundled one by another name."""
    text = TEXT.replace(f'version = "{DEFAULT_VERSION}"', f'version = "{version}"', 1)
    (folder / f"{version}.toml").write_text(text, encoding="utf-8")


def test_a_host_adds_an_instrument_of_its_own(tmp_path):
    own(tmp_path, "ours-1")
    assert load("ours-1", tmp_path).version == "ours-1"
    assert load(DEFAULT_VERSION, tmp_path).version == DEFAULT_VERSION
    with pytest.raises(
        InstrumentError, match=f"there is no instrument 'x', only {DEFAULT_VERSION}.*, ours-1"
    ):
        load("x", tmp_path)


def test_a_hosts_instrument_may_not_take_a_bundled_version(tmp_path):
    (tmp_path / f"{DEFAULT_VERSION}.toml").write_text(TEXT, encoding="utf-8")
    own(tmp_path, "ours-1")
    with pytest.raises(
        InstrumentError, match=f"the version {DEFAULT_VERSION} is bundled already; rename"
    ):
        load(DEFAULT_VERSION, tmp_path)
    assert load("ours-1", tmp_path).version == "ours-1"


def test_a_file_that_is_added_or_mended_is_found_without_a_new_start(tmp_path):
    with pytest.raises(InstrumentError, match=r"there is no instrument 'ours-1'"):
        load("ours-1", tmp_path)
    (tmp_path / "ours-1.toml").write_text("version = 1", encoding="utf-8")
    with pytest.raises(InstrumentError, match=r"ours-1\.toml: version: text is expected"):
        load("ours-1", tmp_path)
    own(tmp_path, "ours-1")
    assert load("ours-1", tmp_path).version == "ours-1"


def test_versions_stand_in_order_the_newest_first(tmp_path):
    for version in ("2026.9", "2026.20", "2025.11"):
        own(tmp_path, version)
    assert list(instrument_files(tmp_path)) == ["2026.20", "2026.9", "2025.11"]


def test_a_files_version_is_its_name(tmp_path):
    (tmp_path / "ours-2.toml").write_text(TEXT, encoding="utf-8")
    with pytest.raises(InstrumentError, match=f"its version is '{DEFAULT_VERSION}', not its name"):
        load("ours-2", tmp_path)


@pytest.mark.parametrize("times", [40, pytest.param(3000, marks=pytest.mark.check)])
def test_no_spoilt_table_gives_anything_but_a_refusal(times):
    chance = random.Random(4)
    refused = 0
    for _ in range(times):
        table = copy.deepcopy(TABLE)
        spoil_somewhere(table, chance)
        try:
            build(Instrument, table, "the file")
        except InstrumentError as error:
            refused += bool(error.faults)
    assert refused > times / 2


def spoil_somewhere(table, chance):
    node = table
    while True:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        inside = node[key]
        if not isinstance(inside, dict | list) or not inside or chance.random() < 0.1:
            node[key] = chance.choice(
                [None, 3, -1, "", "F01", [], {}, True, 1e400, [[]], FIRST.perspectives]
            )
            return
        node = inside
