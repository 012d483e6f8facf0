"""The file layer knows the rules by their codes, without importing them."""

from orgmodel.rules import CATALOGUE
from orgmodel.yaml_file.tables import RULE_CODES


def test_every_rule_may_be_named_in_settings_and_waivers():
    assert {rule.code for rule in CATALOGUE} <= set(RULE_CODES)
