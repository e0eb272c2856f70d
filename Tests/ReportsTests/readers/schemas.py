"""Says whether a file is valid: junit|json, file, schema."""
import json
import sys

kind, path, schema = sys.argv[1:]
if kind == "junit":
    from lxml import etree
    found = etree.XMLSchema(etree.parse(schema))
    found.validate(etree.parse(path))
    errors = [str(error) for error in found.error_log]
else:
    import jsonschema
    with open(schema, encoding="utf-8") as file:
        rules = json.load(file)
    with open(path, encoding="utf-8") as file:
        value = json.load(file)
    validator = jsonschema.validators.validator_for(rules)(rules)
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]
print("\n".join(errors[:20]) or "valid")
