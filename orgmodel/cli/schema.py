"""`orgmodel schema`: print the JSON Schema of the model file."""

from __future__ import annotations

import argparse
import json

from orgmodel.yaml_file import json_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001 (every command's)
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
