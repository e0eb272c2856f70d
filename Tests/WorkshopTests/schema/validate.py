"""Validates YAML files against JSON Schemas: lines `SCHEMA FILE` in, `valid FILE` or `invalid FILE: why` out."""

import json
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2 has no dates: they are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

validators = {}
for line in sys.stdin:
    schema, path = line.rstrip("\n").split("\t")
    if schema not in validators:
        with open(schema) as file:
            content = json.load(file)
        jsonschema.Draft7Validator.check_schema(content)
        validators[schema] = jsonschema.Draft7Validator(content)
    with open(path) as file:
        document = yaml.load(file, Core)
    error = jsonschema.exceptions.best_match(validators[schema].iter_errors(document))
    print(f"invalid\t{path}\t{error.json_path}: {error.message}" if error else f"valid\t{path}\t")
