# SPDX-License-Identifier: GPL-3.0-or-later
"""The registry is complete, runs what is asked for, and fixes safely."""

import importlib
import pkgutil

from hypothesis import given, settings
from hypothesis import strategies as st

import editor_app.checks
from editor_app.checks.check import CheckSubject
from editor_app.checks.registry import CHECKS, apply_safe_fixes, run_checks
from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding, Fix, Severity


def test_every_family_in_the_folder_is_registered():
    families = set()
    for module in pkgutil.iter_modules(editor_app.checks.__path__):
        loaded = importlib.import_module(f"editor_app.checks.{module.name}")
        families |= {
            item
            for item in vars(loaded).values()
            if isinstance(item, type) and item.__module__ == loaded.__name__
            and hasattr(item, "rules") and not getattr(item, "_is_protocol", False)
        }  # fmt: skip
    assert families == {type(check) for check in CHECKS}


def test_no_two_families_share_a_rule():
    rules = [rule for check in CHECKS for rule in check.rules]
    assert len(rules) == len(set(rules))


def test_only_the_rules_asked_for_are_run():
    subject = CheckSubject(ArticleContent(body="a  b"), "en")
    assert [finding.rule for finding in run_checks(subject, rules={"spaces.double"})] == [
        "spaces.double"
    ]
    assert {finding.rule for finding in run_checks(subject)} > {
        "spaces.double",
        "required.headline",
    }


def finding(start, end, text, replacement, *, safe=True, field="body"):
    return Finding(
        "x.y", Severity.HINT, field, start, end, text, "M.", (Fix("F", replacement, safe),)
    )


def test_safe_fixes_are_applied_each_in_its_place():
    content = ArticleContent(headline="h h", body="a b c")
    findings = [
        finding(0, 1, "a", "AAA"),
        finding(4, 5, "c", ""),
        finding(0, 1, "h", "H", field="headline"),
    ]
    fixed = apply_safe_fixes(content, findings)
    assert (fixed.headline, fixed.body) == ("H h", "AAA b ")


def test_unsafe_stale_and_overlapping_fixes_are_passed_over():
    content = ArticleContent(body="abc", tags=("t",))
    assert apply_safe_fixes(content, [finding(0, 1, "a", "x", safe=False)]) == content
    assert apply_safe_fixes(content, [finding(0, 1, "z", "x")]) == content
    assert apply_safe_fixes(content, [finding(0, 0, "", "x", field="tags")]) == content
    assert (
        apply_safe_fixes(content, [finding(0, 2, "ab", "x"), finding(1, 3, "bc", "y")]).body == "ay"
    )


@given(
    st.lists(
        st.sampled_from(["a", "l'e", " ", "  ", "\n", "\r\n", " ;", " ?", "« ", " »", "`", "```\n", "<!-- ",
                         "-->", "![", "](", ")", "| ", "TK", "⟦1⟧", "file:", "é", "\u2028", "\ud800", "\0"]),
        max_size=25,
    ).map("".join),
    st.sampled_from(["fr", "fr-CA", "en"]),
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_checked_and_fixing_comes_to_rest(body, language):
    content = ArticleContent(body=body, headline=body)
    for _ in range(4):
        findings = run_checks(CheckSubject(content, language))
        for one in findings:
            if one.field in ("body", "headline") and one.text:
                assert getattr(content, one.field)[one.start : one.end] == one.text
        fixed = apply_safe_fixes(content, findings)
        if fixed == content:
            return
        content = fixed
    raise AssertionError("fixes keep finding something to fix")
