# Adds up the verdicts of the obligation that compares each record with the city's own label, from an
# assessment in JSON (keys sorted, two spaces a level): how many records agree, how many differ.
/^      "counts" : \{/ { inside = 1 }
inside && /"failed"/ { gsub(/[^0-9]/, ""); failed = $0 }
inside && /"passed"/ { gsub(/[^0-9]/, ""); passed = $0 }
inside && /"unknown"/ { gsub(/[^0-9]/, ""); unknown = $0 }
/^      \}/ { inside = 0 }
/^      "obligation" : ".*\/label-agreement"/ { agree += passed; differ += failed + unknown; seen = 1 }
END {
  if (!seen) { print "no verdict of the obligation label-agreement"; exit 2 }
  printf "closed, with target and label: %d agree, %d differ\n", agree, differ
  exit differ > 0
}
